package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is carried out once for each message id, with its record. */
@HubTest
class WritingOperationsTest {
    @Autowired
    RouteRules rules;

    @Autowired
    RouteFiles files;

    @Test
    void an_operation_writes_because_a_step_of_it_changes_the_registry() {
        var plan = rules.check(files.readAll());

        assertThat(plan.writing())
                .containsExactlyInAnyOrder(
                        "IdCards/requestCard",
                        "IdCards/reportCardIssued",
                        "IdCards/reportCardWithdrawn",
                        "IdCards/validateCards",
                        "InstitutionMaster/registerInstitution",
                        "InstitutionMaster/amendInstitution",
                        "Affiliations/startAffiliation",
                        "Affiliations/cancelAffiliation",
                        "Affiliations/annulAffiliation",
                        "Affiliations/endAllAffiliations",
                        "Affiliations/handOver",
                        "Affiliations/endAffiliation",
                        "Registration/submit",
                        "Amendments/submitAmendments",
                        "Submissions/signSubmission",
                        "Submissions/withdraw",
                        "Affiliations/submitAffiliations",
                        "Submissions/confirmAuthentication",
                        "Submissions/accept",
                        "Submissions/refuse",
                        "Submissions/registerSigner",
                        "Submissions/revokeSigner",
                        "Workbooks/importWorkbook",
                        "Subscriptions/subscribe",
                        "Subscriptions/unsubscribe",
                        "ExamRegistry/registerCandidate",
                        "ExamRegistry/withdrawCandidate",
                        "ExamRegistry/registerCertificate",
                        "ExamRegistry/registerExtract",
                        "ExamRegistry/registerStatement",
                        "ExamRegistry/correctDocument",
                        "HigherEducationAdmissions/registerApplicant",
                        "HigherEducationAdmissions/withdrawApplicant",
                        "HigherEducationRegistry/adoptEducationId",
                        "HigherEducationRegistry/giveEducationId",
                        "HigherEducationRegistry/endRole",
                        "Personnel/report",
                        "Personnel/withdrawMessage",
                        "Funding/requestInspection",
                        "Funding/closeInspection",
                        "Reviews/suspectDouble",
                        "Reviews/decideReview",
                        "Admissions/submitSheet",
                        "Admissions/changeSheet",
                        "Admissions/withdrawSheet",
                        "Admissions/publishResult",
                        "Admissions/correctResult",
                        "Credentials/requestSecret",
                        "Credentials/collectSecretLetters");
        assertThat(plan.secret()).containsExactly("Credentials/collectSecretLetters");
    }
}
