package dev.kapu.access;

import dev.kapu.fault.Texts;
import java.util.Arrays;
import java.util.Locale;

/** What can be said about policy files. Each has its text in {@code policy_*.properties}, under its name in small. */
enum Phrase {
    GRANT,
    PARTNER,
    SECRET,
    CERTIFICATE,
    UNKNOWN_KEY,
    KEY_TWICE,
    SECTION_EXPECTED,
    ONE_THING_ONLY,
    LIST_EXPECTED,
    NOT_A_LIST,
    ITEM_TWICE,
    NOT_A_DATE,
    NOT_A_NUMBER,
    KEY_MISSING,
    NOT_ONE_TEXT,
    VALUE_EMPTY,
    FILE_EMPTY,
    NOT_UTF8,
    NOT_YAML,
    PARTNER_TWICE,
    NOT_A_PARTNER_NAME,
    NAME_OF_INSTITUTION,
    UNKNOWN_KIND,
    REPRESENTS_WHOM,
    NOT_AN_INSTITUTION_CODE,
    NOT_A_SHA256,
    NOT_A_DISTINGUISHED_NAME,
    CREDENTIAL_TAKEN,
    GRANT_TWICE,
    NOT_AN_OPERATION,
    OPERATIONS_EMPTY,
    HOLDER_UNCLEAR,
    KIND_NOT_SHARED,
    NO_SUCH_PARTNER,
    UNKNOWN_SCOPE,
    ENDS_BEFORE_IT_BEGINS,
    ALREADY_COVERED,
    EVENT_ALREADY_COVERED,
    NO_SUCH_OPERATION,
    NOBODY_REPRESENTS,
    NOT_DELIVERED,
    INSTITUTIONS_HAVE_NO_QUEUE,
    EVENT_FIELD_MISSING,
    NO_INSTITUTION_NAMED,
    NO_SUCH_FIELD,
    NOT_KEPT,
    UNREADABLE,
    NO_SUCH_FILE,
    NOT_A_CERTIFICATE,
    DEVELOPMENT_ONLY,
    CREDENTIAL_FILE_MISSING,
    CREDENTIAL_FILE_UNREADABLE;

    private static final Texts TEXTS = new Texts("policy");

    /** @param arguments texts for the places in the phrase's own text, or phrases, which are translated with it */
    Sentence with(Object... arguments) {
        return new Sentence(
                this,
                Arrays.stream(arguments)
                        .map(argument -> argument instanceof Phrase ? argument : argument.toString())
                        .toList());
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String text(Locale language) {
        return TEXTS.of(language, key());
    }
}
