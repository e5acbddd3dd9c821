package dev.kapu.systems;

import dev.kapu.contract.person.LocalText;
import dev.kapu.contract.person.Responsibility;
import dev.kapu.contract.person.ResponsibilityRule;
import dev.kapu.registry.responsibility.Responsible;
import dev.kapu.registry.responsibility.ResponsibleTexts;

/** Who answers for a person, and why, as the contracts write it. */
public final class ContractResponsibility {
    private ContractResponsibility() {}

    public static Responsibility of(Responsible from) {
        var responsibility = new Responsibility();
        var institution = from.institution();
        responsibility.setResponsibleInstitution(institution == null ? null : institution.text());
        responsibility.setRule(ResponsibilityRule.fromValue(ResponsibleTexts.key(from.because())));
        for (var language : ResponsibleTexts.LANGUAGES) {
            var text = new LocalText();
            text.setLang(language.getLanguage());
            text.setValue(ResponsibleTexts.text(from.because(), language));
            responsibility.getBecause().add(text);
        }
        return responsibility;
    }
}
