package dev.kapu.submission;

import dev.kapu.registry.Finding;
import dev.kapu.registry.movement.MovementReport;

/** Fields of a reported affiliation as the contract of its entry names them. */
final class MovementFields {
    private MovementFields() {}

    static Finding of(MovementReport report, Finding finding) {
        return new Finding(of(report, finding.field()), finding.fault());
    }

    private static String of(MovementReport report, String field) {
        if (field.equals("educationId")) {
            return field;
        }
        if (report instanceof MovementReport.Start) {
            return "start." + field;
        }
        if (report instanceof MovementReport.End) {
            return "end." + field;
        }
        return "handOver."
                + switch (field) {
                    case "institutionCode" -> "toInstitutionCode";
                    case "siteSerial" -> "toSiteSerial";
                    default -> field;
                };
    }
}
