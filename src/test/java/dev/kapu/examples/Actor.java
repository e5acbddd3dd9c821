package dev.kapu.examples;

import dev.kapu.PartnerClient;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody whose program sends whole envelopes over HTTPS and reads the answers. */
final class Actor {
    private static final Pattern NAMESPACE = Pattern.compile("<soap:Body>\\s*<\\w+ xmlns=\"urn:kapu:([a-z-]+):v1\"");

    private final PartnerClient client;
    private final String institution;

    /** @param institution on whose behalf it asks; empty for none */
    Actor(PartnerClient client, String institution) {
        this.client = client;
        this.institution = institution;
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
        var xml = filled(envelope, Map.of(), words).replaceFirst("(?s)<r:representedParty>.*</r:representedParty>", "");
        return new Answer(client.ask(service(xml), xml).body());
    }

    Answer sends(String envelope, Map<String, String> known, String... words) {
        var xml = filled(envelope, known, words);
        return new Answer(client.ask(service(xml), xml).body());
    }

    private String filled(String envelope, Map<String, String> known, String... words) {
        var values = new HashMap<>(known);
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
