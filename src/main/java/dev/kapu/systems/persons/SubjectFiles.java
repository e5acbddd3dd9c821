package dev.kapu.systems.persons;

import dev.kapu.contract.person.DisclosurePage;
import dev.kapu.contract.personregistry.GetSubjectFile;
import dev.kapu.contract.personregistry.GetSubjectFileResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.scope.DisclosureLog;
import dev.kapu.scope.Reach;
import dev.kapu.systems.ContractAffiliations;
import dev.kapu.systems.ContractCards;
import dev.kapu.systems.ContractPersons;
import dev.kapu.systems.ContractResponsibility;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that is held about a person, for the person, through an institution that answers for the request (K27). */
@Component
class SubjectFiles {
    private static final int LOOKS = 1000;

    private final Persons persons;
    private final Affiliations affiliations;
    private final Responsibilities responsibilities;
    private final Cards cards;
    private final SubjectRecords records;
    private final PresentIds ids;
    private final DisclosureLog disclosures;

    SubjectFiles(
            Persons persons,
            Affiliations affiliations,
            Responsibilities responsibilities,
            Cards cards,
            SubjectRecords records,
            PresentIds ids,
            DisclosureLog disclosures) {
        this.persons = persons;
        this.affiliations = affiliations;
        this.responsibilities = responsibilities;
        this.cards = cards;
        this.records = records;
        this.ids = ids;
        this.disclosures = disclosures;
    }

    public GetSubjectFileResponse find(GetSubjectFile request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var person = persons.find(EducationId.of(request.getEducationId()), reach)
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        // A retired ID leads to the present one.
        var id = person.educationId();
        var all = ids.all(id);
        var answer = new GetSubjectFileResponse();
        looks(all, request.getDisclosuresBefore(), answer);
        if (request.getDisclosuresBefore() != null) {
            return answer;
        }
        answer.setPerson(ContractPersons.of(person));
        affiliations.of(id, reach).stream().map(ContractAffiliations::of).forEach(answer.getAffiliation()::add);
        responsibilities.of(id, reach).map(ContractResponsibility::of).ifPresent(answer::setResponsibility);
        cards.of(id, reach).stream().map(ContractCards::of).forEach(answer.getCardRequest()::add);
        records.addTo(answer, id, all);
        return answer;
    }

    private void looks(List<EducationId> all, @Nullable Long before, GetSubjectFileResponse answer) {
        var looks = disclosures.about(all.stream().map(EducationId::text).toList(), before, LOOKS + 1);
        looks.stream().limit(LOOKS).map(ContractFiles::look).forEach(answer.getDisclosure()::add);
        var page = new DisclosurePage();
        page.setMore(looks.size() > LOOKS);
        answer.setDisclosurePage(page);
    }
}
