package dev.kapu.admissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.regex.Pattern;

/** Code of a study area within a school: four digits, where leading zeros matter. */
public record StudyArea(String code) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}");

    public StudyArea {
        if (!SHAPE.matcher(code).matches()) {
            throw new FaultException(Fault.INVALID, "studyArea");
        }
    }
}
