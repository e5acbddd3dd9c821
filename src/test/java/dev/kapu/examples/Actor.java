package dev.kapu.examples;

import dev.kapu.PartnerClient;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody whose program sends whole envelopes over HTTPS and reads the answers. */
final class Actor {
    private static final Pattern NAMESPACE = Pattern.compile("<soap:Body>\\s*<\\w+ xmlns=\"urn:kapu:([a-z-]+):v1\"");

    /** A message that was sent, and what came back. */
    record Call(String partner, String messageId, String envelope, Answer answer) {}

    private final String partner;
    private final PartnerClient client;
    private final String institution;
    private final Consumer<Call> diary;

    /** @param institution on whose behalf it asks; empty for none */
    Actor(String partner, PartnerClient client, String institution, Consumer<Call> diary) {
        this.partner = partner;
        this.client = client;
        this.institution = institution;
        this.diary = diary;
    }

    String institution() {
        return institution;
    }

    /** @param words name and value of each place-holder in turn */
    Answer sends(String envelope, String... words) {
        return sends(envelope, Map.of(), words);
    }

    Answer sends(String envelope, Person person, String... words) {
        return sends(envelope, person.words(), words);
    }

    /** As {@link #sends}, but without saying on whose behalf. */
    Answer sendsForNobody(String envelope, String... words) {
        var id = UUID.randomUUID().toString();
        var xml = filled(id, envelope, Map.of(), words);
        return send(id, envelope, xml.replaceFirst("(?s)<r:representedParty>.*</r:representedParty>", ""));
    }

    Answer sends(String envelope, Map<String, String> known, String... words) {
        var id = UUID.randomUUID().toString();
        return send(id, envelope, filled(id, envelope, known, words));
    }

    private Answer send(String id, String envelope, String xml) {
        var answer = new Answer(client.ask(service(xml), xml).body());
        diary.accept(new Call(partner, id, envelope, answer));
        return answer;
    }

    private String filled(String id, String envelope, Map<String, String> known, String... words) {
        var values = new HashMap<>(known);
        values.put("id", id);
        if (!institution.isEmpty()) {
            values.put("institution", institution);
        }
        for (int i = 0; i < words.length; i += 2) {
            values.put(words[i], words[i + 1]);
        }
        return PartnerClient.envelope("examples/" + envelope, values);
    }

    private static String service(String envelope) {
        var namespace = NAMESPACE.matcher(envelope);
        if (!namespace.find()) {
            throw new AssertionError(envelope);
        }
        return Arrays.stream(namespace.group(1).split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
