package dev.kapu.demo;

import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.Today;
import dev.kapu.registry.seed.SyntheticPersons;
import dev.kapu.start.Listeners;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who takes part, each with its own credentials. */
final class Cast {
    static final String OFFICE = "registry-office";

    private static final int PERSONS = 300;

    private final Wires wires;
    private final People people;
    private final People ofTheDay;
    private final Today today;
    private final OwnSheets ownSheets = new OwnSheets();
    private @Nullable IdCardOffice idCardOffice;
    private @Nullable SchoolProgram schoolProgram;
    private @Nullable PersonnelOffice personnelOffice;
    private final Postboxes postboxes;

    Cast(
            DevelopmentCredentials credentials,
            Listeners listeners,
            BrokerAddress broker,
            SyntheticPersons registry,
            Today today) {
        this(credentials, listeners, broker, some(registry), some(registry), today);
    }

    private static People some(SyntheticPersons registry) {
        return new People(
                () -> registry.some(PERSONS, ThreadLocalRandom.current().nextDouble()));
    }

    /** @param ofTheDay whom the scenes are about; others than those whom partners ask about meanwhile */
    Cast(
            DevelopmentCredentials credentials,
            Listeners listeners,
            BrokerAddress broker,
            People people,
            People ofTheDay,
            Today today) {
        this.wires = new Wires(credentials, listeners, broker);
        this.people = people;
        this.ofTheDay = ofTheDay;
        this.today = today;
        this.postboxes = new Postboxes(wires, this::reader);
    }

    List<Simulator> simulators() {
        var partners = Stream.<Simulator>of(
                idCardOffice(),
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
        return Stream.concat(partners, postboxes.all().stream()).toList();
    }

    Postboxes postboxes() {
        return postboxes;
    }

    private QueueWire.Reader reader(String partner) {
        return switch (partner) {
            case IdCardOffice.NAME -> idCardOffice()::hear;
            case AdmissionsCentre.NAME -> admissionsCentre()::hear;
            default -> event -> {};
        };
    }

    Today today() {
        return today;
    }

    Whom whom() {
        return new Whom(ofTheDay, bySecret(SchoolProgram.NAME));
    }

    /** The same one each time: it issues what it has heard of. */
    synchronized IdCardOffice idCardOffice() {
        if (idCardOffice == null) {
            idCardOffice =
                    new IdCardOffice(byCertificate(IdCardOffice.NAME), bySecret(IdCardOffice.NAME), people, today);
        }
        return idCardOffice;
    }

    /** The same one each time: two would take each other's replies. */
    synchronized SchoolProgram schoolProgram() {
        if (schoolProgram == null) {
            schoolProgram = new SchoolProgram(
                    bySecret(SchoolProgram.NAME), wires.byQueue(SchoolProgram.NAME, SchoolProgram.REPLIES), people);
        }
        return schoolProgram;
    }

    AdmissionsCentre admissionsCentre() {
        return new AdmissionsCentre(byCertificate(AdmissionsCentre.NAME), people, ownSheets);
    }

    /** The same one each time, so that it can be closed. */
    synchronized PersonnelOffice personnelOffice() {
        if (personnelOffice == null) {
            personnelOffice = new PersonnelOffice(
                    bySecret(PersonnelOffice.NAME),
                    wires.byQueue(PersonnelOffice.NAME, PersonnelOffice.REPLIES),
                    people,
                    today);
        }
        return personnelOffice;
    }

    Verifier verifier(String partner) {
        return new Verifier(partner, byCertificate(partner), people);
    }

    ExamOffice examOffice() {
        return new ExamOffice(byCertificate(ExamOffice.NAME), people, today);
    }

    UniversityAdmissions universityAdmissions() {
        return new UniversityAdmissions(byCertificate(UniversityAdmissions.NAME), people, today);
    }

    UniversityRegister universityRegister() {
        return new UniversityRegister(bySecret(UniversityRegister.NAME), people);
    }

    FundingControl fundingControl() {
        return new FundingControl(byCertificate(FundingControl.NAME), people, today);
    }

    StatisticsOffice statisticsOffice() {
        return new StatisticsOffice(bySecret(StatisticsOffice.NAME));
    }

    OwnSheets ownSheets() {
        return ownSheets;
    }

    HttpWire byCertificate(String partner) {
        return wires.byCertificate(partner);
    }

    HttpWire bySecret(String partner) {
        return wires.bySecret(partner);
    }
}
