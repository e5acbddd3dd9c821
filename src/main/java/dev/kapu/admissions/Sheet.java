package dev.kapu.admissions;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.participation.Withdrawal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of an application sheet.
 *
 * @param filedUnder the ID that stands on it, which a merger may have retired since
 * @param name as it was then (K4)
 * @param institution through which it was filed; null: with the admissions centre
 * @param submittedBy the partner that brought it
 * @param choices by rank
 * @param voids numbers of the versions that this one voided
 * @param voidedBy null of the last version
 * @param withdrawal of a last version, if the applicant applies no more
 * @param results the first one first; what was corrected stays, and the last one holds
 */
public record Sheet(
        String number,
        String procedure,
        EducationId filedUnder,
        int version,
        PersonName name,
        @Nullable InstitutionCode institution,
        String submittedBy,
        Instant submittedAt,
        List<Choice> choices,
        List<String> voids,
        @Nullable String voidedBy,
        @Nullable Withdrawal withdrawal,
        List<Result> results) {
    public Sheet {
        results = List.copyOf(results);
    }

    public boolean isValid() {
        return voidedBy == null && withdrawal == null;
    }

    /** The one that holds; null while none is published. */
    public @Nullable Result result() {
        return results.isEmpty() ? null : results.get(results.size() - 1);
    }

    boolean offers(@Nullable StudyPlace admittedTo) {
        return admittedTo == null
                || choices.stream().anyMatch(choice -> choice.place().equals(admittedTo));
    }

    List<InstitutionCode> schools() {
        return choices.stream()
                .map(choice -> choice.place().school())
                .distinct()
                .toList();
    }

    Sheet with(Result published) {
        return with(
                withdrawal,
                Stream.concat(results.stream(), Stream.of(published)).toList());
    }

    Sheet with(Withdrawal withdrawn) {
        return with(withdrawn, results);
    }

    private Sheet with(@Nullable Withdrawal withdrawn, List<Result> published) {
        return new Sheet(
                number,
                procedure,
                filedUnder,
                version,
                name,
                institution,
                submittedBy,
                submittedAt,
                choices,
                voids,
                voidedBy,
                withdrawn,
                published);
    }

    /** Hazard: must not show whose it is, or it would reach a log line. */
    @Override
    public String toString() {
        return "Sheet";
    }
}
