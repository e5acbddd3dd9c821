package dev.kapu.systems.persons;

import dev.kapu.contract.person.ChangedField;
import dev.kapu.contract.person.DisclosureEntry;
import dev.kapu.contract.person.HistoryEntry;
import dev.kapu.contract.personregistry.GetSubjectFile;
import dev.kapu.contract.personregistry.GetSubjectFileResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.scope.DisclosureLog;
import dev.kapu.scope.Reach;
import dev.kapu.systems.ContractAffiliations;
import dev.kapu.systems.ContractCards;
import dev.kapu.systems.ContractPersons;
import dev.kapu.systems.ContractResponsibility;
import java.time.ZoneOffset;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Everything that is held about a person, for the person, through an institution that answers for the request (K27). */
@Component
class SubjectFiles {
    private static final int LOOKS = 1000;

    private final Persons persons;
    private final Affiliations affiliations;
    private final Responsibilities responsibilities;
    private final Cards cards;
    private final Histories histories;
    private final DisclosureLog disclosures;

    SubjectFiles(
            Persons persons,
            Affiliations affiliations,
            Responsibilities responsibilities,
            Cards cards,
            Histories histories,
            DisclosureLog disclosures) {
        this.persons = persons;
        this.affiliations = affiliations;
        this.responsibilities = responsibilities;
        this.cards = cards;
        this.histories = histories;
        this.disclosures = disclosures;
    }

    public GetSubjectFileResponse find(GetSubjectFile request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var person = persons.find(EducationId.of(request.getEducationId()), reach)
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        // A retired ID leads to the present one.
        var id = person.educationId();
        var answer = new GetSubjectFileResponse();
        answer.setPerson(ContractPersons.of(person));
        affiliations.of(id, reach).stream().map(ContractAffiliations::of).forEach(answer.getAffiliation()::add);
        responsibilities.of(id, reach).map(ContractResponsibility::of).ifPresent(answer::setResponsibility);
        cards.of(id, reach).stream().map(ContractCards::of).forEach(answer.getCardRequest()::add);
        histories.of(id).stream().map(SubjectFiles::history).forEach(answer.getHistory()::add);
        disclosures.about(id.text(), LOOKS).stream().map(SubjectFiles::look).forEach(answer.getDisclosure()::add);
        return answer;
    }

    private static HistoryEntry history(dev.kapu.registry.history.HistoryEntry from) {
        var entry = new HistoryEntry();
        entry.setAt(from.at().atOffset(ZoneOffset.UTC));
        entry.setKind(from.kind().word());
        entry.setPartner(from.partner());
        entry.setInstitutionCode(from.institution());
        for (var change : from.changes()) {
            var field = new ChangedField();
            field.setName(change.name());
            field.setBefore(change.before());
            field.setAfter(change.after());
            entry.getChangedField().add(field);
        }
        return entry;
    }

    private static DisclosureEntry look(DisclosureLog.Look from) {
        var entry = new DisclosureEntry();
        entry.setAt(from.at().atOffset(ZoneOffset.UTC));
        entry.setPartner(from.partner());
        entry.setInstitutionCode(from.institution());
        entry.setOperation(from.operation());
        entry.setPurpose(from.purpose());
        entry.setOutcome(from.outcome());
        entry.getDisclosedField().addAll(from.fields());
        return entry;
    }
}
