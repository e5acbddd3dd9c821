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
                verifier("admissions"),
                verifier("exam-registry"),
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

    Verifier verifier(String partner) {
        return new Verifier(partner, byCertificate(partner), people);
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
