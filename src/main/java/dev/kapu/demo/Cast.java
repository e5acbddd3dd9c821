package dev.kapu.demo;

import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.seed.SyntheticPersons;
import dev.kapu.start.Listeners;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Who takes part, each with its own credentials. Addresses are known only once the hub listens. */
final class Cast {
    private static final int PERSONS = 300;

    private final DevelopmentCredentials credentials;
    private final Listeners listeners;
    private final BrokerAddress broker;
    private final People people;
    private final CardForms forms = new CardForms();

    Cast(DevelopmentCredentials credentials, Listeners listeners, BrokerAddress broker, SyntheticPersons registry) {
        this(
                credentials,
                listeners,
                broker,
                new People(
                        () -> registry.some(PERSONS, ThreadLocalRandom.current().nextDouble())));
    }

    Cast(DevelopmentCredentials credentials, Listeners listeners, BrokerAddress broker, People people) {
        this.credentials = credentials;
        this.listeners = listeners;
        this.broker = broker;
        this.people = people;
    }

    List<Simulator> simulators() {
        var office = idCardOffice();
        return List.of(
                office,
                cardOfficePost(office),
                schoolProgram(),
                admissionsCentre(),
                verifier(AdmissionsCentre.NAME),
                verifier("exam-registry"),
                examOffice(),
                universityAdmissions(),
                universityRegister(),
                personnelOffice(),
                fundingControl(),
                statisticsOffice());
    }

    IdCardOffice idCardOffice() {
        return new IdCardOffice(byCertificate(IdCardOffice.NAME), bySecret(IdCardOffice.NAME), people, forms);
    }

    CardOfficePost cardOfficePost(IdCardOffice office) {
        return new CardOfficePost(
                new QueueWire(IdCardOffice.NAME, credentials, broker.url(), CardOfficePost.QUEUE), office);
    }

    SchoolProgram schoolProgram() {
        return new SchoolProgram(
                bySecret(SchoolProgram.NAME),
                new QueueWire(SchoolProgram.NAME, credentials, broker.url(), SchoolProgram.REPLIES),
                people,
                forms);
    }

    AdmissionsCentre admissionsCentre() {
        return new AdmissionsCentre(
                byCertificate(AdmissionsCentre.NAME),
                new QueueWire(AdmissionsCentre.NAME, credentials, broker.url(), AdmissionsCentre.QUEUE),
                people);
    }

    PersonnelOffice personnelOffice() {
        return new PersonnelOffice(
                bySecret(PersonnelOffice.NAME),
                new QueueWire(PersonnelOffice.NAME, credentials, broker.url(), PersonnelOffice.REPLIES),
                people);
    }

    Verifier verifier(String partner) {
        return new Verifier(partner, byCertificate(partner), people);
    }

    ExamOffice examOffice() {
        return new ExamOffice(byCertificate(ExamOffice.NAME), people);
    }

    UniversityAdmissions universityAdmissions() {
        return new UniversityAdmissions(byCertificate(UniversityAdmissions.NAME), people);
    }

    UniversityRegister universityRegister() {
        return new UniversityRegister(bySecret(UniversityRegister.NAME), people);
    }

    FundingControl fundingControl() {
        return new FundingControl(byCertificate(FundingControl.NAME), people);
    }

    StatisticsOffice statisticsOffice() {
        return new StatisticsOffice(bySecret(StatisticsOffice.NAME));
    }

    CardForms forms() {
        return forms;
    }

    HttpWire byCertificate(String partner) {
        return HttpWire.certificate(partner, credentials, https());
    }

    /** In plain where the hub listens so. */
    HttpWire bySecret(String partner) {
        var plain = listeners.http();
        return HttpWire.secret(
                partner,
                credentials,
                plain.isPresent() ? "http://127.0.0.1:" + plain.getAsInt() + "/services/" : https());
    }

    private String https() {
        return "https://localhost:" + listeners.https() + "/services/";
    }
}
