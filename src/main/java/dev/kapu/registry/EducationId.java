package dev.kapu.registry;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.Collection;
import java.util.Optional;

/**
 * The identifier of a person for life (K1): 7, nine digits, check digit. Annex 9 of Government Decree 79/2006: the check
 * digit is the sum of i times digit i, for i = 1 to 10, modulo 11; a serial with remainder 10 is not issued.
 */
public record EducationId(long number) {
    public static final long SERIALS = 1_000_000_000;
    private static final long FIRST_DIGIT = 7;
    private static final int DIGITS = 11;

    public EducationId {
        long stem = number / 10;
        if (stem / SERIALS != FIRST_DIGIT || number < 0 || checkDigit(stem) != number % 10) {
            throw new FaultException(Fault.EDUCATION_ID_INVALID, "educationId");
        }
    }

    /** @throws FaultException {@code Client.Person.EducationIdInvalid} */
    public static EducationId of(String text) {
        if (text.length() != DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new FaultException(Fault.EDUCATION_ID_INVALID, "educationId");
        }
        return new EducationId(Long.parseLong(text));
    }

    public static boolean isValid(String text) {
        return text.length() == DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && text.charAt(0) - '0' == FIRST_DIGIT
                && checkDigit(Long.parseLong(text) / 10) == text.charAt(DIGITS - 1) - '0';
    }

    /** @return empty if the serial, 0 to 999 999 999, is one that is not issued */
    public static Optional<EducationId> ofSerial(long serial) {
        long stem = FIRST_DIGIT * SERIALS + serial;
        int check = checkDigit(stem);
        return check == 10 ? Optional.empty() : Optional.of(new EducationId(stem * 10 + check));
    }

    private static int checkDigit(long stem) {
        int sum = 0;
        for (int i = 10; i >= 1; i--) {
            sum += (int) (stem % 10) * i;
            stem /= 10;
        }
        return sum % 11;
    }

    /** As a parameter for {@code bigint[]}. */
    public static Long[] numbers(Collection<EducationId> ids) {
        return ids.stream().map(EducationId::number).toArray(Long[]::new);
    }

    public String text() {
        return Long.toString(number);
    }

    /** Hazard: must not show the number, or it would reach a log line. Use {@link #text()}. */
    @Override
    public String toString() {
        return "EducationId";
    }
}
