package dev.kapu.exams;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what a person has gained over the years, under whatever name and ID (K4). Not within a transaction. */
@Component
public class ExamRecords {
    private final ExamDocumentStore store;
    private final Persons persons;
    private final PresentIds ids;
    private final OwnPupils pupils;

    ExamRecords(ExamDocumentStore store, Persons persons, PresentIds ids, OwnPupils pupils) {
        this.store = store;
        this.persons = persons;
        this.ids = ids;
        this.pupils = pupils;
    }

    /**
     * The last version of each, annulled ones too, by the day of issue. To a school only of its students.
     *
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach
     */
    public List<ExamDocument> of(EducationId asked, Reach reach) {
        var present = persons.find(asked, reach)
                .map(Person::educationId)
                .filter(id -> pupils.isWithin(id, reach))
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var documents = store.of(ids.all(present)).stream()
                .map(document -> document.of(present))
                .toList();
        if (documents.isEmpty() && reach.scope() == Scope.EVERYONE) {
            // Who reaches everybody for their documents must not learn which other IDs belong to somebody.
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
        return documents;
    }

    /**
     * All versions of a document, the first one first.
     *
     * @throws FaultException {@code Client.Exam.DocumentNotFound}, also if the person is out of reach
     */
    public List<ExamDocument> versions(String number, Reach reach) {
        var present = store.holder(number)
                .flatMap(holder -> persons.find(holder, reach))
                .orElseThrow(() -> new FaultException(Fault.EXAM_DOCUMENT_NOT_FOUND))
                .educationId();
        return store.versions(number).stream()
                .map(version -> version.of(present))
                .toList();
    }
}
