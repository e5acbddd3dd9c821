package dev.kapu.systems.persons;

import dev.kapu.contract.personregistry.GetPerson;
import dev.kapu.contract.personregistry.GetPersonResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.scope.Reach;
import dev.kapu.systems.ContractAffiliations;
import dev.kapu.systems.ContractPersons;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** A person's stored data and affiliations (K21). */
@Component
class PersonLookup {
    private final Persons persons;
    private final Affiliations affiliations;

    PersonLookup(Persons persons, Affiliations affiliations) {
        this.persons = persons;
        this.affiliations = affiliations;
    }

    public GetPersonResponse find(GetPerson request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var person = persons.find(EducationId.of(request.getEducationId()), reach)
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var answer = new GetPersonResponse();
        answer.setPerson(ContractPersons.of(person));
        affiliations.of(person.educationId(), reach).stream()
                .map(ContractAffiliations::of)
                .forEach(answer.getAffiliation()::add);
        return answer;
    }
}
