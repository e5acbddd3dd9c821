package dev.kapu.soap;

import dev.kapu.PartnerClient;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A good message of the school program that changes something, so that a bad one can be seen to change nothing. */
record CardRequest(String id, long person, String message) {
    static CardRequest by(JdbcClient jdbc) {
        var registry = new TestRegistry(jdbc);
        var institution = registry.institution();
        var person = registry.personAt(institution, AffiliationType.COMPULSORY_STUDENT);
        var id = UUID.randomUUID().toString();
        return new CardRequest(
                id,
                person.number(),
                PartnerClient.envelope(
                        "request-card", Map.of("id", id, "person", person.text(), "institution", institution.text())));
    }

    boolean carriedOut(JdbcClient jdbc) {
        return cards(jdbc) > 0;
    }

    int cards(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from card_request where education_id = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }
}
