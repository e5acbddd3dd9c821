package dev.kapu.personnel;

import java.util.Locale;

/** What has become of a message. */
public enum MessageState {
    APPLIED,
    /** Its day has not come. */
    WAITING,
    /** It contradicts what is known; tried again when something about the person changes, and every day. */
    PARKED,
    WITHDRAWN,
    /** Not kept; nothing is known of it but to whoever sent it. */
    REFUSED;

    /** The word in contracts and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
