package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultTexts;
import java.util.Locale;

/** What to do about a fault, to people who fill in a form: the catalogue's words, unless these speak of elements and operations. */
public final class FaultWords {
    private FaultWords() {}

    public static String remedy(Fault fault, Locale language) {
        return Texts.find(language, "fault." + fault.code() + ".remedy")
                .orElseGet(() -> FaultTexts.remedy(fault, language));
    }
}
