package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultTexts;
import java.util.Locale;

/** Why a cell is pointed at: how it is written, or what the registry says of it. */
public sealed interface Reason permits Problem, Reason.Refused, Reason.SamePerson {
    Severity severity();

    String text(Locale language);

    String remedy(Locale language);

    /** The registry's rules say no. */
    record Refused(Fault fault) implements Reason {
        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String text(Locale language) {
            return FaultTexts.text(fault, language, null);
        }

        @Override
        public String remedy(Locale language) {
            return FaultWords.remedy(fault, language);
        }
    }

    /** @param row where the person stands first */
    record SamePerson(int row) implements Reason {
        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String text(Locale language) {
            return Texts.of(language, "same-person.text").replace("{0}", String.valueOf(row));
        }

        @Override
        public String remedy(Locale language) {
            return FaultWords.remedy(Fault.SAME_ENTRY, language);
        }
    }
}
