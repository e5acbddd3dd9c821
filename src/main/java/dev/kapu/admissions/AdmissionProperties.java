package dev.kapu.admissions;

import jakarta.validation.constraints.Min;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param procedures with the days on which sheets are taken and changed and results published; each name once
 * @param unfiledADay of so many persons without a sheet the centre may get the data in a day and file none
 * @param missesADay so many sheets that a partner files without a school may name nobody; then it files no more that day
 * @param correctedFor so long after the last day of a procedure its results may be corrected: appeals take their time
 */
@Validated
@ConfigurationProperties("kapu.admissions")
record AdmissionProperties(
        @DefaultValue List<AdmissionProcedure> procedures,
        @DefaultValue("300") @Min(1) int missesADay,
        @DefaultValue("300") @Min(1) int unfiledADay,
        @DefaultValue("P6M") Period correctedFor) {
    AdmissionProperties {
        if (procedures.stream().map(AdmissionProcedure::name).distinct().count() < procedures.size()) {
            throw new IllegalArgumentException("two of kapu.admissions.procedures have the same name");
        }
    }
}
