package dev.kapu.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A record as a row of PostgreSQL's binary COPY format (manual, "COPY", "Binary Format"), all columns but the salt.
 * Made by the thread that asks, so that the writer only joins rows.
 */
final class DisclosureRow {
    static final String COLUMNS = "at, channel, partner, claimed_partner, end_user, represented_institution, operation,"
            + " message_id, case_reference, purpose, permission, policy_version, outcome, reason, persons, fields,"
            + " request_bytes, answer_bytes, duration_micros, request_hash, salt";

    private static final short COLUMN_COUNT = 21;
    private static final long POSTGRES_EPOCH_SECONDS = 946_684_800;
    private static final int TEXT_OID = 25;

    private ByteBuffer row = ByteBuffer.allocate(1024);

    private DisclosureRow() {}

    /** @throws RuntimeException if the record has a hole where it must have none, or a time beyond all calendars */
    static byte[] encode(DisclosureRecord disclosure) {
        return new DisclosureRow().write(disclosure);
    }

    private byte[] write(DisclosureRecord disclosure) {
        room(2).putShort(COLUMN_COUNT);
        number(micros(disclosure.at()));
        text(disclosure.channel().name());
        text(disclosure.partner());
        text(disclosure.claimedPartner());
        text(disclosure.endUser());
        text(disclosure.representedInstitution());
        text(disclosure.operation());
        text(disclosure.messageId());
        text(disclosure.caseReference());
        text(disclosure.purpose());
        text(disclosure.grant());
        text(disclosure.policyVersion());
        text(disclosure.outcome().name());
        text(disclosure.reason());
        texts(disclosure.persons());
        texts(disclosure.fields());
        room(8).putInt(Integer.BYTES).putInt(disclosure.requestBytes());
        room(8).putInt(Integer.BYTES).putInt(disclosure.answerBytes());
        number(disclosure.durationMicros());
        bytes(disclosure.requestHash());
        return Arrays.copyOf(row.array(), row.position());
    }

    private static long micros(Instant at) {
        var seconds = Math.multiplyExact(at.getEpochSecond() - POSTGRES_EPOCH_SECONDS, 1_000_000L);
        return Math.addExact(seconds, at.getNano() / 1_000);
    }

    private void number(long value) {
        room(12).putInt(Long.BYTES).putLong(value);
    }

    /** PostgreSQL's text knows no NUL; lone surrogates, which UTF-8 does not know, become question marks. */
    private void text(@Nullable String value) {
        if (value == null) {
            room(4).putInt(-1);
        } else {
            bytes(value.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8));
        }
    }

    private void bytes(byte[] value) {
        room(4 + value.length).putInt(value.length).put(value);
    }

    /** One-dimensional array from index 1; an empty one has no dimension. */
    private void texts(Collection<String> values) {
        var lengthAt = room(24).position();
        row.putInt(0).putInt(values.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_OID);
        if (!values.isEmpty()) {
            row.putInt(values.size()).putInt(1);
            values.forEach(this::text);
        }
        row.putInt(lengthAt, row.position() - lengthAt - Integer.BYTES);
    }

    private ByteBuffer room(int bytes) {
        if (row.remaining() < bytes) {
            var larger = ByteBuffer.allocate(Math.max(row.capacity() * 2, row.position() + bytes));
            row = larger.put(row.flip());
        }
        return row;
    }
}
