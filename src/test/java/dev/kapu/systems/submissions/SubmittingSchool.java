package dev.kapu.systems.submissions;

import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Speaks the three services over HTTP for one partner, and picks answers apart. */
final class SubmittingSchool {
    private final PartnerClient client;
    private final String represented;

    SubmittingSchool(PartnerClient client, String institution) {
        this.client = client;
        this.represented = institution.isEmpty()
                ? ""
                : "<r:representedParty><r:partyCode>" + institution + "</r:partyCode></r:representedParty>";
    }

    static SubmittingSchool of(int port, DevelopmentCredentials credentials, InstitutionCode institution) {
        return new SubmittingSchool(new PartnerClient(port, credentials, "school-program"), institution.text());
    }

    /** It represents nobody. */
    static SubmittingSchool office(int port, DevelopmentCredentials credentials) {
        return new SubmittingSchool(new PartnerClient(port, credentials, "registry-office"), "");
    }

    String registration(String operation, String content) {
        return ask("Registration", "registration", operation, content);
    }

    String amendments(String operation, String content) {
        return ask("Amendments", "amendments", operation, content);
    }

    String affiliations(String operation, String content) {
        return ask("Affiliations", "affiliations", operation, content);
    }

    String submissions(String operation, String content) {
        return ask("Submissions", "submissions", operation, content);
    }

    String about(String operation, String number) {
        return submissions(operation, "<submissionNumber>" + number + "</submissionNumber>");
    }

    String again(String service, String namespace, String operation, String content, UUID id) {
        return client.ask(service, envelope(namespace, operation, content, id)).body();
    }

    private String ask(String service, String namespace, String operation, String content) {
        return again(service, namespace, operation, content, UUID.randomUUID());
    }

    private String envelope(String namespace, String operation, String content, UUID id) {
        var body = "<%s xmlns=\"urn:kapu:%s:v1\" xmlns:s=\"urn:kapu:submission:v1\">%s</%s>"
                .formatted(operation, namespace, content, operation);
        return PartnerClient.envelope(
                "submission", Map.of("represented", represented, "body", body, "id", id.toString()));
    }

    /** The text of the first element of the name. */
    static String first(String answer, String element) {
        var found = Pattern.compile("<(?:\\w+:)?" + element + ">([^<]*)<").matcher(answer);
        if (!found.find()) {
            throw new AssertionError("no " + element + " in " + answer);
        }
        return found.group(1);
    }

    static java.util.List<String> all(String answer, String element) {
        return Pattern.compile("<(?:\\w+:)?" + element + ">([^<]*)<")
                .matcher(answer)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
