package dev.kapu.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be shown of what a dead letter says of itself: properties can be the sender's, and hold anything. */
final class LetterHead {
    /** As the hub writes the place of a fault: names of elements and settings, their numbers, days, separators. */
    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9:._/\\[\\]{}, +–-]{1,200}");

    private static final Pattern UUID = Pattern.compile("(?:ID:)?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Hazard: only an education ID finds no room; a name written as one word would. */
    private static final Pattern IDENTIFIER = Pattern.compile("(?!.*[0-9]{9})[A-Za-z0-9][A-Za-z0-9:._{}-]{0,79}");

    private static final Pattern KIND = Pattern.compile("[A-Za-z]{1,60}");

    private final Function<String, @Nullable Object> properties;

    LetterHead(Function<String, @Nullable Object> properties) {
        this.properties = properties;
    }

    @Nullable
    String where() {
        return text(Letters.FAULT_WHERE)
                .filter(where -> !where.isBlank() && PLACE.matcher(where).matches())
                .orElse(null);
    }

    /** By which the sender knows it; null where it could be more than an identifier. */
    @Nullable
    String sendersId() {
        return text(Letters.MESSAGE_ID)
                .or(() -> text(Letters.SENDERS_ID))
                .or(() -> text(Letters.EVENT_ID))
                .or(() -> text(EventStamp.DUPLICATE_ID))
                .filter(id ->
                        UUID.matcher(id).matches() || IDENTIFIER.matcher(id).matches())
                .orElse(null);
    }

    /** Of an event to a partner; null of anything else: only the hub writes into {@code kapu.out}. */
    @Nullable
    String eventKind(@Nullable String origin) {
        return (QueueNames.isOut(origin) ? text(Letters.TYPE) : text(Letters.EVENT_KIND))
                .filter(kind -> KIND.matcher(kind).matches())
                .orElse(null);
    }

    /** @param timestamp of the letter, which may be a copy */
    Instant sentAt(long timestamp) {
        return properties.apply(Letters.SENT_AT) instanceof Long first
                ? Instant.ofEpochMilli(Math.min(first, timestamp))
                : Instant.ofEpochMilli(timestamp);
    }

    private Optional<String> text(String name) {
        return properties.apply(name) instanceof CharSequence text ? Optional.of(text.toString()) : Optional.empty();
    }
}
