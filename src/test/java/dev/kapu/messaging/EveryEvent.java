package dev.kapu.messaging;

import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;

import dev.kapu.admissions.AdmissionResult;
import dev.kapu.admissions.ApplicationSheetChanged;
import dev.kapu.admissions.ApplicationSheetSubmitted;
import dev.kapu.admissions.ApplicationSheetWithdrawn;
import dev.kapu.admissions.StudyArea;
import dev.kapu.admissions.StudyPlace;
import dev.kapu.exams.DocumentKind;
import dev.kapu.exams.ExamDocumentRegistered;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.amendment.PersonAmended;
import dev.kapu.registry.card.CardIssued;
import dev.kapu.registry.card.CardNumber;
import dev.kapu.registry.card.CardRequest;
import dev.kapu.registry.card.CardRequestRefused;
import dev.kapu.registry.card.CardRequested;
import dev.kapu.registry.card.CardWithdrawn;
import dev.kapu.registry.card.WithdrawalReason;
import dev.kapu.registry.entitlement.CardEntitlementChanged;
import dev.kapu.registry.entitlement.CardLapsed;
import dev.kapu.registry.entitlement.CardValidated;
import dev.kapu.registry.master.InstitutionChanged;
import dev.kapu.registry.movement.AffiliationCancelled;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.registry.movement.AffiliationStarted;
import dev.kapu.registry.registration.PersonRegistered;
import dev.kapu.registry.registration.PersonsMerged;
import dev.kapu.registry.registration.ReviewOpened;
import dev.kapu.registry.responsibility.ResponsibleInstitutionChanged;
import dev.kapu.registry.secret.InstitutionSecretChanged;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import dev.kapu.submission.Form;
import dev.kapu.submission.Outcome;
import dev.kapu.submission.SignerRegistered;
import dev.kapu.submission.SignerRevoked;
import dev.kapu.submission.State;
import dev.kapu.submission.SubmissionEntryDecided;
import dev.kapu.submission.SubmissionStateChanged;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One event of each kind with all that it can hold, about a pupil of one school or about the school. */
final class EveryEvent {
    private static final String CARD = "1234567890123456";
    private static final String PROCEDURE = "general-2027";
    private static final String PUPIL = AffiliationType.COMPULSORY_STUDENT.word();

    private final InstitutionCode institution;
    private final String school;
    private final String pupil;
    private final Subject subject;
    private final Instant now = Instant.now();

    EveryEvent(JdbcClient jdbc) {
        var registry = new TestRegistry(jdbc);
        institution = registry.institution();
        school = institution.text();
        pupil = registry.personAt(institution, AffiliationType.COMPULSORY_STUDENT)
                .text();
        subject = new Subject(pupil, Set.of(school), school, Set.of(Scope.values()));
    }

    private static UUID id() {
        return UUID.randomUUID();
    }

    List<RegistryEvent> all() {
        return List.of(
                new PersonRegistered(id(), now, subject, school, "001", PUPIL, START),
                new PersonAmended(
                        id(), now, subject, school, List.of(school), "correction", TODAY, Set.of("residence")),
                new AffiliationStarted(id(), now, subject, school, "001", PUPIL, START),
                new AffiliationCancelled(id(), now, subject, school, "001", PUPIL, START),
                new AffiliationEnded(id(), now, subject, school, "001", PUPIL, TODAY, List.of(CARD)),
                new ResponsibleInstitutionChanged(id(), now, subject, school, school),
                new PersonsMerged(id(), now, subject, TestRegistry.freeId().text(), pupil),
                new CardEntitlementChanged(id(), now, subject, school, CARD, TODAY),
                new CardRequested(id(), now, subject, school, "001", id(), CardType.STUDENT),
                new CardRequestRefused(id(), now, subject, school, id(), CardType.STUDENT),
                new CardIssued(
                        id(), now, subject, school, id(), new CardRequest.Issue(new CardNumber(CARD), TODAY, TODAY)),
                new CardWithdrawn(id(), now, subject, school, CARD, TODAY, WithdrawalReason.LOST, school),
                new CardValidated(id(), now, subject, school, CARD, TODAY),
                new CardLapsed(id(), now, subject, school, CARD, TODAY, school),
                new InstitutionChanged(id(), now, Subject.ofInstitution(school), school, 7, TODAY, List.of("001")),
                new SubmissionStateChanged(id(), now, "2026-00000001", Form.ofCode("KIR-T-11"), school, State.ACCEPTED),
                new SubmissionEntryDecided(id(), now, "2026-00000001", 1, school, Outcome.ALREADY_REGISTERED),
                new ExamDocumentRegistered(id(), now, subject, school, "MATRIX 2", DocumentKind.EXTRACT, 1),
                new ApplicationSheetSubmitted(id(), now, subject, school, PROCEDURE, "2026-00000001"),
                new ApplicationSheetChanged(
                        id(), now, subject, school, PROCEDURE, "2026-00000002", List.of("2026-00000001")),
                new ApplicationSheetWithdrawn(id(), now, subject, school, PROCEDURE, "2026-00000002"),
                new AdmissionResult(
                        id(),
                        now,
                        subject,
                        PROCEDURE,
                        "2026-00000002",
                        2,
                        new StudyPlace(institution, new StudyArea("0101")),
                        institution),
                new ReviewOpened(id(), now, id(), school),
                new SignerRegistered(id(), now, school, "ab".repeat(32)),
                new SignerRevoked(id(), now, school, "ab".repeat(32)),
                new InstitutionSecretChanged(id(), now, school, InstitutionSecretChanged.Change.REQUESTED));
    }
}
