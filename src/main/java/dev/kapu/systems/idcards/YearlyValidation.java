package dev.kapu.systems.idcards;

import dev.kapu.contract.cards.CardValidation;
import dev.kapu.contract.cards.ValidationOutcome;
import dev.kapu.contract.idcards.ValidateCards;
import dev.kapu.contract.idcards.ValidateCardsResponse;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.card.CardNumber;
import dev.kapu.registry.entitlement.CardValidations;
import dev.kapu.registry.entitlement.CardValidations.Validation;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Cards are validated each year until 31 October. The gate records whose they are, and grants withhold it (K27). */
@Component
class YearlyValidation {
    private final CardValidations validations;

    YearlyValidation(CardValidations validations) {
        this.validations = validations;
    }

    @ChangesRegistry
    public ValidateCardsResponse validate(ValidateCards request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var institution = new InstitutionCode(request.getInstitutionCode());
        var answer = new ValidateCardsResponse();
        var numbers = request.getCardNumber().stream().map(CardNumber::new).toList();
        validations.validate(numbers, institution, reach).stream()
                .map(YearlyValidation::contract)
                .forEach(answer.getValidation()::add);
        return answer;
    }

    private static CardValidation contract(Validation from) {
        var validation = new CardValidation();
        validation.setCardNumber(from.number().text());
        validation.setOutcome(ValidationOutcome.valueOf(from.outcome().name()));
        validation.setValidUntil(from.validUntil());
        if (from.holder() != null) {
            validation.setEducationId(from.holder().text());
        }
        return validation;
    }
}
