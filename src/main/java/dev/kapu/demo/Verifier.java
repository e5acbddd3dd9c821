package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticPerson;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Checks application sheets or certificates: whether their data are right, and which institution a code names. */
final class Verifier implements Simulator {
    private final String partner;
    private final HttpWire http;
    private final People people;

    Verifier(String partner, HttpWire http, People people) {
        this.partner = partner;
        this.http = http;
        this.people = people;
    }

    @Override
    public String name() {
        return partner;
    }

    @Override
    public double share() {
        return 0.125;
    }

    @Override
    public Outcome once() throws IOException, InterruptedException {
        return people.ask(person ->
                ThreadLocalRandom.current().nextInt(4) == 0 ? institution(person) : verify(Claim.mostlyRight(person)));
    }

    Answer verify(Map<String, String> claim) throws IOException, InterruptedException {
        return http.ask(Ask.PERSON, claim);
    }

    Answer institution(SyntheticPerson person) throws IOException, InterruptedException {
        return http.ask(Ask.INSTITUTION, Map.of("institutionCode", person.institutionCode()));
    }
}
