package dev.kapu.soap;

import dev.kapu.gate.Headers;
import org.jspecify.annotations.Nullable;

/** The header blocks of a message, as far as they have been read. */
final class XRoadHeaders {
    static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";
    static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    static final String REPRESENTATION = "http://x-road.eu/xsd/representation.xsd";
    static final String KAPU = "urn:kapu:headers:v1";

    @Nullable
    Identifier client;

    @Nullable
    Identifier service;

    @Nullable
    Identifier representedParty;

    @Nullable
    String id;

    @Nullable
    String userId;

    @Nullable
    String issue;

    @Nullable
    String protocolVersion;

    @Nullable
    String purpose;

    boolean secured;

    /** @param otherwise whom the message is from where it names no client */
    Headers forGate(@Nullable String otherwise) {
        var client = clientName();
        return new Headers(
                client == null ? otherwise : client,
                id,
                userId,
                issue,
                representedParty == null ? null : representedParty.part("partyCode"),
                purpose);
    }

    /** X-Road names a system by its subsystem, or by its member where the member is the system. */
    @Nullable
    String clientName() {
        if (client == null) {
            return null;
        }
        var subsystem = client.part("subsystemCode");
        return subsystem == null ? client.part("memberCode") : subsystem;
    }
}
