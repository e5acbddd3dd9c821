package dev.kapu.registry;

/** @param country ISO 3166-1 alpha-2 */
public record Address(String country, String postcode, String settlement, String street) {
    /** Hazard: must not show where a person lives, or it would reach a log line. */
    @Override
    public String toString() {
        return "Address";
    }
}
