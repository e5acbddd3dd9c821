package dev.kapu.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What partners ask, each a whole envelope under {@code demo/}. */
enum Ask {
    CARDHOLDER("IdCards", "urn:kapu:id-cards:v1", "id-card-office/getCardholder"),
    SITE("IdCards", "urn:kapu:id-cards:v1", "id-card-office/verifySite"),
    CARD_REQUEST("IdCards", "urn:kapu:id-cards:v1", "id-card-office/getCardRequest"),
    CARD_ISSUED("IdCards", "urn:kapu:id-cards:v1", "id-card-office/reportCardIssued"),
    CARD_WITHDRAWN("IdCards", "urn:kapu:id-cards:v1", "id-card-office/reportCardWithdrawn"),
    CARDS_VALID("IdCards", "urn:kapu:id-cards:v1", "school-program/validateCards"),
    CARD("IdCards", "urn:kapu:id-cards:v1", "school-program/requestCard"),
    PUPIL("PersonRegistry", "urn:kapu:person-registry:v1", "school-program/verifyPerson"),
    PERSON("PersonRegistry", "urn:kapu:person-registry:v1", "verifier/verifyPerson"),
    HELD("PersonRegistry", "urn:kapu:person-registry:v1", "school-program/getPerson"),
    OWN_FILE("PersonRegistry", "urn:kapu:person-registry:v1", "school-program/getSubjectFile"),
    REGISTRATION("Registration", "urn:kapu:registration:v1", "school-program/submit"),
    AMENDMENT("Amendments", "urn:kapu:amendments:v1", "school-program/submitAmendments"),
    START("Affiliations", "urn:kapu:affiliations:v1", "school-program/startAffiliation"),
    PAPER("Submissions", "urn:kapu:submissions:v1", "school-program/resendSheet"),
    FATE("Submissions", "urn:kapu:submissions:v1", "school-program/getStatus"),
    SCANNED("Submissions", "urn:kapu:submissions:v1", "registry-office/confirmAuthentication"),
    ACCEPTED("Submissions", "urn:kapu:submissions:v1", "registry-office/accept"),
    RENAMING("InstitutionMaster", "urn:kapu:institution-master:v1", "registry-office/amendInstitution"),
    TIMELINE("Personnel", "urn:kapu:personnel:v1", "personnel-module/getTimeline"),
    INSTITUTION("InstitutionMaster", "urn:kapu:institution-master:v1", "verifier/getInstitution"),
    APPLICANT("Admissions", "urn:kapu:admissions:v1", "admissions/getApplicant"),
    SHEET("Admissions", "urn:kapu:admissions:v1", "admissions/submitSheet"),
    PUPILS_SHEET("Admissions", "urn:kapu:admissions:v1", "school-program/submitSheet"),
    SHEET_HISTORY("Admissions", "urn:kapu:admissions:v1", "admissions/getSheetHistory"),
    ADMISSION_RESULT("Admissions", "urn:kapu:admissions:v1", "admissions/publishResult"),
    EXAM_CANDIDATE("ExamRegistry", "urn:kapu:exam-registry:v1", "exam-registry/registerCandidate"),
    EXAM_DATA("ExamRegistry", "urn:kapu:exam-registry:v1", "exam-registry/getCandidate"),
    EXAM_EXTRACT("ExamRegistry", "urn:kapu:exam-registry:v1", "exam-registry/registerExtract"),
    EXAM_RESULTS("ExamRegistry", "urn:kapu:exam-registry:v1", "exam-registry/getResults"),
    UNIVERSITY_APPLICANT(
            "HigherEducationAdmissions",
            "urn:kapu:higher-education-admissions:v1",
            "higher-education/registerApplicant"),
    APPLICANT_DATA(
            "HigherEducationAdmissions", "urn:kapu:higher-education-admissions:v1", "higher-education/getApplicant"),
    ADOPTION("HigherEducationRegistry", "urn:kapu:higher-education-registry:v1", "higher-education/adoptEducationId"),
    NEW_ID("HigherEducationRegistry", "urn:kapu:higher-education-registry:v1", "higher-education/giveEducationId"),
    HEADCOUNTS("Funding", "urn:kapu:funding:v1", "funding-control/getHeadcounts"),
    CLAIM("Funding", "urn:kapu:funding:v1", "funding-control/compareClaim"),
    TERMS("Statistics", "urn:kapu:statistics:v1", "statistics-office/listTerms"),
    TABLE("Statistics", "urn:kapu:statistics:v1", "statistics-office/getTable");

    private final String service;
    private final String action;
    private final String template;

    Ask(String service, String namespace, String file) {
        this.service = service;
        this.action = namespace + file.substring(file.indexOf('/'));
        this.template = Template.load(file).text();
    }

    String service() {
        return service;
    }

    String action() {
        return action;
    }

    /** With a new message id, some clerk's name and some case. */
    String envelope(String client, Map<String, String> values) {
        var dice = ThreadLocalRandom.current();
        var all = new HashMap<>(values);
        all.put("client", client);
        all.put("id", UUID.randomUUID().toString());
        all.put("userId", "HU-CLERK-" + dice.nextInt(1, 20));
        all.put("issue", "DEMO-" + dice.nextInt(100_000, 1_000_000));
        return new Template(template).fill(all);
    }
}
