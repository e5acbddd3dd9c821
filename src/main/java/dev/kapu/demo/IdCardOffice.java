package dev.kapu.demo;

import dev.kapu.registry.Today;
import dev.kapu.registry.seed.SyntheticPerson;
import java.io.IOException;
import java.time.Month;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

/** Prints cards: asks for the data on them, checks sites, reports what has become of requests. */
final class IdCardOffice implements Simulator {
    static final String NAME = "id-card-office";

    private static final int NUMBER_LENGTH = 16;

    private final HttpWire byCertificate;
    private final HttpWire bySecret;
    private final People people;
    /** Requests of which it has heard; a full tray takes no more. */
    private final ArrayBlockingQueue<String> tray = new ArrayBlockingQueue<>(1000);

    /** Cards that have been issued and may one day be lost. */
    private final ArrayBlockingQueue<String> issued = new ArrayBlockingQueue<>(50);

    private final Today today;

    IdCardOffice(HttpWire byCertificate, HttpWire bySecret, People people, Today today) {
        this.byCertificate = byCertificate;
        this.bySecret = bySecret;
        this.people = people;
        this.today = today;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double share() {
        return 0.5;
    }

    @Override
    public Outcome once() throws IOException, InterruptedException {
        return people.ask(this::something);
    }

    /** A request that waits, somebody of another institution, a site that may not be there, or a cardholder. */
    private Answer something(SyntheticPerson person) throws IOException, InterruptedException {
        int dice = ThreadLocalRandom.current().nextInt(20);
        var waits = dice < 5 ? waiting() : Optional.<String>empty();
        if (waits.isPresent()) {
            return process(waits.get());
        }
        var outsider = dice == 5 ? people.elsewhere(person) : Optional.<SyntheticPerson>empty();
        if (outsider.isPresent()) {
            return cardholder(outsider.get(), person.institutionCode());
        }
        if (dice < 9) {
            return site(person, dice == 8 ? "Seholfalva" : person.settlement());
        }
        return cardholder(person, person.institutionCode());
    }

    /** The number of a card request that has come by queue. */
    Optional<String> waiting() {
        return Optional.ofNullable(tray.poll());
    }

    Answer cardholder(SyntheticPerson person, String institution) throws IOException, InterruptedException {
        var wire = ThreadLocalRandom.current().nextBoolean() ? byCertificate : bySecret;
        return cardholder(wire, person, institution);
    }

    Answer cardholder(HttpWire wire, SyntheticPerson person, String institution)
            throws IOException, InterruptedException {
        return wire.ask(Ask.CARDHOLDER, Map.of("educationId", person.educationId(), "institutionCode", institution));
    }

    Answer site(SyntheticPerson person, String settlement) throws IOException, InterruptedException {
        return bySecret.ask(
                Ask.SITE,
                Map.of(
                        "institutionCode", person.institutionCode(),
                        "settlement", settlement,
                        "siteSerial", person.siteSerial()));
    }

    /** As {@link #issue}. Some older card is found to be lost meanwhile. */
    Answer process(String cardRequestId) throws IOException, InterruptedException {
        var answer = issue(cardRequestId);
        var number = answer.text("cardNumber");
        if (answer.text("state").filter("issued"::equals).isPresent()
                && number.isPresent()
                && !issued.offer(number.get())) {
            var lost = issued.poll();
            return lost == null ? answer : withdrawLost(lost);
        }
        return answer;
    }

    /** Looks at the request, and issues the card if it still waits. */
    Answer issue(String cardRequestId) throws IOException, InterruptedException {
        var seen = byCertificate.ask(Ask.CARD_REQUEST, Map.of("cardRequestId", cardRequestId));
        if (!seen.text("state").filter("requested"::equals).isPresent()) {
            return seen;
        }
        var day = today.date();
        return byCertificate.ask(
                Ask.CARD_ISSUED,
                Map.of(
                        "cardRequestId",
                        cardRequestId,
                        "cardNumber",
                        newNumber(),
                        "issuedOn",
                        day.toString(),
                        "validUntil",
                        day.withMonth(Month.OCTOBER.getValue()).plusYears(1).toString()));
    }

    /** Requests are put into the tray. Of who has left, the registry withdraws the card by itself, in its time (ADR 45). */
    void hear(Answer event) {
        if (event.kind().equals("cardRequested")) {
            event.text("cardRequestId").ifPresent(tray::offer);
        }
    }

    private Answer withdrawLost(String cardNumber) throws IOException, InterruptedException {
        return byCertificate.ask(
                Ask.CARD_WITHDRAWN,
                Map.of("cardNumber", cardNumber, "withdrawnOn", today.date().toString(), "reason", "lost"));
    }

    private static String newNumber() {
        Random dice = ThreadLocalRandom.current();
        var number = new StringBuilder(NUMBER_LENGTH);
        for (int i = 0; i < NUMBER_LENGTH; i++) {
            number.append(Character.toUpperCase(Character.forDigit(dice.nextInt(36), 36)));
        }
        return number.toString();
    }
}
