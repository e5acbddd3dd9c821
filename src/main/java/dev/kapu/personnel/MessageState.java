package dev.kapu.personnel;

import java.util.Locale;

/** What has become of a message. */
public enum MessageState {
    APPLIED,
    /** Its day has not come. */
    WAITING,
    /** It contradicts what is known; tried again when something about the person changes, and every day. */
    PARKED,
    WITHDRAWN;

    /** The word in contracts and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
