package dev.kapu.statistics;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Arithmetic of fractions, modulo a prime of 49 bits that nobody knows beforehand. What holds of fractions holds of it but
 * for primes that divide a determinant of the answers, which a random one does with a chance below 10⁻⁹.
 */
final class Modulus {
    private static final int BITS = 49;

    private final long prime;

    Modulus() {
        this(BigInteger.probablePrime(BITS, new SecureRandom()).longValueExact());
    }

    private Modulus(long prime) {
        this.prime = prime;
    }

    /** The quotient is off by one at most, and what overflows cancels out. */
    long times(long one, long other) {
        long quotient = (long) ((double) one * (double) other / prime);
        return within(one * other - quotient * prime);
    }

    long plus(long one, long other) {
        return within(one + other);
    }

    long minus(long one, long other) {
        return within(one - other);
    }

    long inverse(long of) {
        return BigInteger.valueOf(of).modInverse(BigInteger.valueOf(prime)).longValueExact();
    }

    /** {@code target -= factor · source}; what the source is shorter is nothing. */
    void subtract(long[] target, long[] source, long factor) {
        for (int i = 0; i < source.length; i++) {
            if (source[i] != 0) {
                target[i] = minus(target[i], times(factor, source[i]));
            }
        }
    }

    void scale(long[] row, long factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] = times(row[i], factor);
        }
    }

    private long within(long near) {
        long value = near;
        while (value < 0) {
            value += prime;
        }
        while (value >= prime) {
            value -= prime;
        }
        return value;
    }
}
