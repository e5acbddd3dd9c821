package dev.kapu.systems.persons;

import dev.kapu.admissions.HeldSheets;
import dev.kapu.contract.person.DisclosurePage;
import dev.kapu.contract.personregistry.GetSubjectFile;
import dev.kapu.contract.personregistry.GetSubjectFileResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.history.FurtherRecords;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.scope.DisclosureLog;
import dev.kapu.scope.Reach;
import dev.kapu.submission.Sources;
import dev.kapu.systems.ContractAdmissions;
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
    private final Histories histories;
    private final Reviews reviews;
    private final Sources sources;
    private final HeldSheets sheets;
    private final List<FurtherRecords> further;
    private final PresentIds ids;
    private final DisclosureLog disclosures;

    SubjectFiles(
            Persons persons,
            Affiliations affiliations,
            Responsibilities responsibilities,
            Cards cards,
            Histories histories,
            Reviews reviews,
            Sources sources,
            HeldSheets sheets,
            List<FurtherRecords> further,
            PresentIds ids,
            DisclosureLog disclosures) {
        this.persons = persons;
        this.affiliations = affiliations;
        this.responsibilities = responsibilities;
        this.cards = cards;
        this.histories = histories;
        this.reviews = reviews;
        this.sources = sources;
        this.sheets = sheets;
        this.further = further;
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
        histories.of(id).stream().map(ContractFiles::history).forEach(answer.getHistory()::add);
        reviews.about(all).stream().map(ContractFiles::review).forEach(answer.getReview()::add);
        sources.of(all).stream().map(ContractFiles::source).forEach(answer.getSource()::add);
        sheets.of(all).stream()
                .map(sheet -> ContractAdmissions.sheet(id, sheet))
                .forEach(answer.getApplicationSheet()::add);
        further.stream()
                .flatMap(records -> records.about(all).stream())
                .map(ContractFiles::further)
                .forEach(answer.getFurtherRecord()::add);
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
