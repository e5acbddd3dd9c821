package dev.kapu.systems.persons;

import dev.kapu.contract.person.PersonName;
import dev.kapu.contract.person.Verification;
import dev.kapu.contract.person.VerificationResult;
import dev.kapu.contract.personregistry.VerifyPerson;
import dev.kapu.contract.personregistry.VerifyPersonResponse;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.lookup.Claims;
import dev.kapu.registry.lookup.Comparisons;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what is given with the registry and discloses nothing (K21). */
@Component
class PersonVerification {
    private final Comparisons comparisons;

    PersonVerification(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    public VerifyPersonResponse verify(
            VerifyPerson request,
            @ExchangeProperty(Reach.ASKER) String asker,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var claims = claims(request.getName(), request.getBirthName(), request.getBirthPlace(), request.getBirthDate());
        var found = comparisons.verify(EducationId.of(request.getEducationId()), claims, reach, asker);
        var verification = new Verification();
        verification.setResult(VerificationResult.valueOf(found.result().name()));
        verification.getDifferingField().addAll(found.differing());
        var answer = new VerifyPersonResponse();
        answer.setVerification(verification);
        return answer;
    }

    static Claims claims(
            @Nullable PersonName name,
            @Nullable PersonName birthName,
            @Nullable String birthPlace,
            @Nullable LocalDate birthDate) {
        return new Claims(name(name), name(birthName), birthPlace, birthDate);
    }

    private static Claims.@Nullable ClaimedName name(@Nullable PersonName from) {
        return from == null ? null : new Claims.ClaimedName(from.getFamily(), from.getGiven());
    }
}
