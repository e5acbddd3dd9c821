package dev.kapu.access;

/** A grant made ready for deciding. */
record Entitlement(Grant grant, long fromDay, long untilDay, Meter meter) {
    static Entitlement of(Grant grant, Meter meter) {
        return new Entitlement(
                grant, grant.valid().from().toEpochDay(), grant.valid().until().toEpochDay(), meter);
    }

    boolean isValidOn(long day) {
        return fromDay <= day && day <= untilDay;
    }

    /** Days between the day and the nearest day on which the grant is valid. */
    long distanceFrom(long day) {
        return isValidOn(day) ? 0 : day < fromDay ? fromDay - day : day - untilDay;
    }
}
