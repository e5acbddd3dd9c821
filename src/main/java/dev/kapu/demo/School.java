package dev.kapu.demo;

/**
 * An institution, as the master tells.
 *
 * @param kind as contracts write it
 */
record School(String code, String kind, String name, String postcode, String settlement, boolean active) {
    static School of(Answer told) throws Setback {
        return new School(
                told.one("institutionCode"),
                told.one("kind"),
                told.one("name"),
                told.one("postcode"),
                told.one("settlement"),
                Boolean.parseBoolean(told.one("active")));
    }
}
