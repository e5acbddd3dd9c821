package dev.kapu.submission;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A form of the family of K19: {@code KIR-T} for students, {@code KIR-P} for staff. */
public record Form(Purpose purpose, Role role, Mode mode) {
    private static final Map<String, Form> BY_CODE = Arrays.stream(Purpose.values())
            .flatMap(purpose -> Arrays.stream(Role.values())
                    .flatMap(role -> Arrays.stream(Mode.values()).map(mode -> new Form(purpose, role, mode))))
            .collect(Collectors.toUnmodifiableMap(Form::code, Function.identity()));

    /** @throws IllegalArgumentException if no form has the code */
    public static Form ofCode(String code) {
        var form = BY_CODE.get(code);
        if (form == null) {
            throw new IllegalArgumentException("no form");
        }
        return form;
    }

    /** E.g. KIR-T-11: the first digit says role and purpose, the second the mode. */
    public String code() {
        return switch (role) {
            case STUDENT -> "KIR-T-" + purposeDigit(1) + modeDigit();
            case STAFF -> "KIR-P-" + purposeDigit(5) + modeDigit();
        };
    }

    private int purposeDigit(int first) {
        return switch (purpose) {
            case REGISTRATION -> first;
            case AMENDMENT -> first + 1;
            case AFFILIATION -> first + 2;
        };
    }

    private int modeDigit() {
        return switch (mode) {
            case INTERNET -> 1;
            case OFFLINE -> 2;
            case BY_HAND -> 3;
        };
    }

    /** Whether its sheet shows all data instead of their hash only (K20). */
    public boolean printsAllData() {
        return mode != Mode.INTERNET;
    }
}
