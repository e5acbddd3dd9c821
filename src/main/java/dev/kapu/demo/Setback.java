package dev.kapu.demo;

import java.io.IOException;

/** A partner did not get what it asked for. The text says who and why, by a code, and nothing of any person. */
final class Setback extends IOException {
    private static final long serialVersionUID = 1L;

    Setback(String partner, String why) {
        super(partner + ": " + why);
    }
}
