package dev.kapu.systems.idcards;

import dev.kapu.contract.idcards.GetCardholder;
import dev.kapu.contract.idcards.GetCardholderResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.scope.Reach;
import dev.kapu.systems.ContractPersons;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Stored data of the person a card is for, so that nothing is typed twice (K23, W8). */
@Component
class Cardholders {
    private final Persons persons;

    Cardholders(Persons persons) {
        this.persons = persons;
    }

    public GetCardholderResponse find(GetCardholder request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var person = persons.find(EducationId.of(request.getEducationId()), reach)
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var answer = new GetCardholderResponse();
        answer.setCardholder(ContractPersons.of(person));
        return answer;
    }
}
