package dev.kapu.systems.persons;

import dev.kapu.admissions.HeldSheets;
import dev.kapu.contract.personregistry.GetSubjectFileResponse;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.history.FurtherRecords;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.submission.Sources;
import dev.kapu.systems.ContractAdmissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was recorded about a person over time, in the registry and beside it, under any ID the person has had. */
@Component
class SubjectRecords {
    private final Histories histories;
    private final Reviews reviews;
    private final Sources sources;
    private final HeldSheets sheets;
    private final List<FurtherRecords> further;

    SubjectRecords(
            Histories histories, Reviews reviews, Sources sources, HeldSheets sheets, List<FurtherRecords> further) {
        this.histories = histories;
        this.reviews = reviews;
        this.sources = sources;
        this.sheets = sheets;
        this.further = further;
    }

    /** @param all IDs of the person, the present one among them */
    void addTo(GetSubjectFileResponse answer, EducationId present, List<EducationId> all) {
        histories.of(present).stream().map(ContractFiles::history).forEach(answer.getHistory()::add);
        reviews.about(all).stream().map(ContractFiles::review).forEach(answer.getReview()::add);
        sources.of(all).stream().map(ContractFiles::source).forEach(answer.getSource()::add);
        sheets.of(all).stream()
                .map(sheet -> ContractAdmissions.sheet(present, sheet))
                .forEach(answer.getApplicationSheet()::add);
        further.stream()
                .flatMap(records -> records.about(all).stream())
                .map(ContractFiles::further)
                .forEach(answer.getFurtherRecord()::add);
    }
}
