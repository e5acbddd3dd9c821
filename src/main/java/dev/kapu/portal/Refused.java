package dev.kapu.portal;

import dev.kapu.fault.FaultException;
import dev.kapu.fault.FaultTexts;
import java.util.Locale;

/** A refusal as a page says it. */
record Refused(FaultException why) {
    static final String NAME = "refused";

    public String code() {
        return why.fault().code();
    }

    public String text(Locale language) {
        return FaultTexts.text(why.fault(), language, why.where());
    }

    public String remedy(Locale language) {
        return FaultTexts.remedy(why.fault(), language);
    }
}
