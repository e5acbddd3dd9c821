package dev.kapu.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The way of a sheet (K16, K20): printed, signed and posted by the school; scanned and accepted by the Office. */
final class Paperwork {
    private final HttpWire school;
    private final HttpWire office;

    Paperwork(HttpWire school, HttpWire office) {
        this.school = school;
        this.office = office;
    }

    /**
     * @param submitted the answer to a submission
     * @param outcome what is to become of every entry
     * @return what the institution learns of its entries
     */
    Answer carry(Answer submitted, String institution, String outcome) throws Setback, InterruptedException {
        var number = submitted.one("submissionNumber");
        var ofInstitution = Map.of("institutionCode", institution, "submissionNumber", number);
        var sheet = Base64.getMimeDecoder()
                .decode(school.get(Ask.PAPER, ofInstitution).one("content"));
        if (!new String(sheet, 0, Math.min(4, sheet.length), StandardCharsets.ISO_8859_1).equals("%PDF")) {
            throw new Setback(SchoolProgram.NAME, "the sheet is no PDF");
        }
        office.get(Ask.SCANNED, Map.of("barcode", submitted.one("barcode")));
        office.get(Ask.ACCEPTED, Map.of("submissionNumber", number));
        var fate = school.get(Ask.FATE, ofInstitution);
        if (!fate.all("outcome").stream().allMatch(outcome::equals)) {
            throw new Setback(Cast.OFFICE, "accepted, but " + String.join(", ", fate.all("outcome")));
        }
        return fate;
    }
}
