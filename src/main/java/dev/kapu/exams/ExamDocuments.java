package dev.kapu.exams;

import dev.kapu.exams.Correction.Effect;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.person.FieldRules;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents are registered and corrected under the person's lock, so that of two certificates at the same moment one wins
 * (K4). Nothing is overwritten: a correction is a further version.
 */
@Component
public class ExamDocuments {
    private final ExamDocumentStore store;
    private final ExamCandidateStore candidates;
    private final PersonStore persons;
    private final Institutions institutions;
    private final OwnPupils pupils;
    private final PresentIds ids;
    private final ApplicationEventPublisher events;
    private final Today today;

    ExamDocuments(
            ExamDocumentStore store,
            ExamCandidateStore candidates,
            PersonStore persons,
            Institutions institutions,
            OwnPupils pupils,
            PresentIds ids,
            ApplicationEventPublisher events,
            Today today) {
        this.store = store;
        this.candidates = candidates;
        this.persons = persons;
        this.institutions = institutions;
        this.pupils = pupils;
        this.ids = ids;
        this.events = events;
        this.today = today;
    }

    /**
     * With the name that the person bears today.
     *
     * @param partner who registers
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach; {@code Client.Exam.NotCandidate},
     *     {@code …DateInvalid}, {@code …DocumentRefused}, {@code …CertificateHeld}, {@code …NothingEarlier},
     *     {@code …NotPassed}, {@code …SubjectRefused}, {@code …NumberTaken}
     */
    @Transactional
    public ExamDocument register(NewDocument report, String partner, Reach reach) {
        var day = today.date();
        var person = ids.lock(report.educationId(), reach, day)
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var all = ids.all(person.id());
        var candidacy = candidates.standing(all, report.session()).stream()
                .filter(held -> held.type() == report.type())
                .findFirst()
                .orElseThrow(() -> new FaultException(Fault.EXAM_NOT_CANDIDATE));
        ExamRules.requireDay(report.issuedOn(), report.session(), day);
        var name = persons.findWithin(person.id(), reach, day).orElseThrow().name();
        var now = today.instant();
        var document = new ExamDocument(
                report.number(),
                report.kind(),
                person.id(),
                report.session(),
                report.type(),
                candidacy.institution(),
                name,
                now,
                new ExamDocument.Version(1, true, report.issuedOn(), null, null, partner, now),
                report.results());
        var others = valid(all);
        ExamRules.requireKind(document, others);
        ExamRules.requireResults(document, others);
        try {
            store.insert(document);
        } catch (DuplicateKeyException taken) {
            throw new FaultException(Fault.EXAM_NUMBER_TAKEN, "documentNumber");
        }
        publish(document, person);
        return document;
    }

    /**
     * Asks for no candidacy: that may have been wrong as well.
     *
     * @throws FaultException {@code Client.Exam.DocumentNotFound}, also if the person is out of reach;
     *     {@code …Annulled}, {@code …NothingCorrected}, {@code …DateInvalid}, {@code …DocumentRefused}, {@code …NotPassed},
     *     {@code …SubjectRefused}; {@code Client.Institution.NotFound}; {@code Client.Person.TextInvalid},
     *     {@code …LetterInvalid} of the name; of one that is to be worth something again {@code …CertificateHeld},
     *     {@code …NothingEarlier}, or {@code Client.Message.Invalid} if it is not annulled
     */
    @Transactional
    public ExamDocument correct(Correction correction, String partner, Reach reach) {
        var day = today.date();
        var person = store.holder(correction.number())
                .flatMap(holder -> ids.lock(holder, reach, day))
                .orElseThrow(() -> new FaultException(Fault.EXAM_DOCUMENT_NOT_FOUND));
        var versions = store.versions(correction.number());
        var before = versions.get(versions.size() - 1);
        ExamRules.requireValidity(before, correction.effect());
        var right = correction.right();
        requireKnown(right, day);
        var after = before.corrected(
                new ExamDocument.Version(
                        before.version().number() + 1,
                        correction.effect() != Effect.ANNULLED,
                        right.issuedOn() == null ? before.version().issuedOn() : right.issuedOn(),
                        correction.reference(),
                        correction.reason(),
                        partner,
                        today.instant()),
                right);
        if (correction.effect() == Effect.CORRECTED && after.saysTheSameAs(before)) {
            throw new FaultException(Fault.EXAM_NOTHING_CORRECTED);
        }
        ExamRules.requireDay(after.version().issuedOn(), after.session(), day);
        ExamRules.requireGiven(after);
        var others = valid(ids.all(person.id()));
        if (correction.effect() == Effect.REINSTATED) {
            ExamRules.requireKind(after, others);
        }
        if (!right.results().isEmpty() || right.type() != null) {
            ExamRules.requireResults(after, earlier(before, others));
        }
        store.insertVersion(after);
        publish(after, person);
        return after.of(person.id());
    }

    private void requireKnown(Correction.Right right, LocalDate day) {
        if (right.institution() != null) {
            institutions.find(right.institution());
        }
        new FieldRules(day)
                .name("registeredName", right.name()).findings().stream()
                        .findFirst()
                        .ifPresent(wrong -> {
                            throw new FaultException(wrong.fault(), wrong.field());
                        });
    }

    private static List<ExamDocument> earlier(ExamDocument than, List<ExamDocument> documents) {
        return documents.stream()
                .filter(other -> other.registeredAt().isBefore(than.registeredAt()))
                .toList();
    }

    private List<ExamDocument> valid(List<EducationId> all) {
        return store.of(all).stream()
                .filter(document -> document.version().valid())
                .toList();
    }

    private void publish(ExamDocument document, PresentIds.Locked person) {
        events.publishEvent(new ExamDocumentRegistered(
                UUID.randomUUID(),
                today.instant(),
                pupils.subject(person),
                document.institution().text(),
                document.number(),
                document.kind(),
                document.version().number()));
    }
}
