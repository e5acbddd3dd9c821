package dev.kapu.registry.matching;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A description that a test may change field by field. */
record Made(
        String family,
        String given,
        String birthFamily,
        String birthGiven,
        String motherFamily,
        String motherGiven,
        String birthPlace,
        LocalDate birthDate,
        boolean woman,
        String settlement,
        String street,
        String taj) {
    Description described() {
        return new Description(
                known(family),
                known(given),
                known(birthFamily),
                known(birthGiven),
                known(motherFamily),
                known(motherGiven),
                known(birthPlace),
                birthDate,
                woman ? "female" : "male",
                null,
                known(settlement),
                known(street),
                known(taj));
    }

    @Nullable
    private static String known(String text) {
        return text.isEmpty() ? null : text;
    }

    Made named(String newFamily, String newGiven) {
        return new Made(
                newFamily,
                newGiven,
                birthFamily,
                birthGiven,
                motherFamily,
                motherGiven,
                birthPlace,
                birthDate,
                woman,
                settlement,
                street,
                taj);
    }

    /** Name and birth name alike. */
    Made called(String newFamily, String newGiven) {
        return new Made(
                newFamily,
                newGiven,
                newFamily,
                newGiven,
                motherFamily,
                motherGiven,
                birthPlace,
                birthDate,
                woman,
                settlement,
                street,
                taj);
    }

    Made bornAs(String newFamily, String newGiven) {
        return new Made(
                family,
                given,
                newFamily,
                newGiven,
                motherFamily,
                motherGiven,
                birthPlace,
                birthDate,
                woman,
                settlement,
                street,
                taj);
    }

    Made ofMother(String newFamily, String newGiven) {
        return new Made(
                family,
                given,
                birthFamily,
                birthGiven,
                newFamily,
                newGiven,
                birthPlace,
                birthDate,
                woman,
                settlement,
                street,
                taj);
    }

    Made born(String place, LocalDate date) {
        return new Made(
                family,
                given,
                birthFamily,
                birthGiven,
                motherFamily,
                motherGiven,
                place,
                date,
                woman,
                settlement,
                street,
                taj);
    }

    Made sex(boolean isWoman) {
        return new Made(
                family,
                given,
                birthFamily,
                birthGiven,
                motherFamily,
                motherGiven,
                birthPlace,
                birthDate,
                isWoman,
                settlement,
                street,
                taj);
    }

    Made at(String newSettlement, String newStreet) {
        return new Made(
                family,
                given,
                birthFamily,
                birthGiven,
                motherFamily,
                motherGiven,
                birthPlace,
                birthDate,
                woman,
                newSettlement,
                newStreet,
                taj);
    }

    Made insured(String newTaj) {
        return new Made(
                family,
                given,
                birthFamily,
                birthGiven,
                motherFamily,
                motherGiven,
                birthPlace,
                birthDate,
                woman,
                settlement,
                street,
                newTaj);
    }
}
