package dev.kapu.demo;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.seed.SyntheticEmployment;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Who works where, by the personnel module's books, as its contract writes it; and what only looks like it. */
record StaffLists(Function<String, List<SyntheticEmployment>> books) {
    private static final Template RESPONSE = Template.load("personnel-module/listStaffResponse");
    private static final Template STAFF = Template.load("personnel-module/staff");

    String asked(Answer question) {
        return list(question, UnaryOperator.identity());
    }

    /** Everybody is somebody else. */
    String ofOthers(Answer question) {
        return list(question, StaffLists::another);
    }

    /** Of another institution, on another day. */
    String ofElsewhere(Answer question) {
        return asked(question)
                .replaceFirst("<institutionCode>.", "<institutionCode>5")
                .replaceFirst("<day>.", "<day>1");
    }

    private String list(Answer question, UnaryOperator<String> called) {
        var institution = question.text("institutionCode").orElse("");
        var staff = books.apply(institution).stream()
                .map(one -> STAFF.fill(Map.of(
                        "educationId",
                        called.apply(one.educationId()),
                        "type",
                        one.type(),
                        "siteSerial",
                        one.siteSerial(),
                        "startDate",
                        one.startDate().toString(),
                        "weeklyHours",
                        one.weeklyHours().toPlainString(),
                        "post",
                        one.post())))
                .collect(Collectors.joining());
        return RESPONSE.fill(Map.of(
                        "institutionCode",
                        institution,
                        "day",
                        question.text("day").orElse("")))
                .replace("<!-- staff -->", staff);
    }

    private static String another(String educationId) {
        long serial = Long.parseLong(educationId) / 10 % EducationId.SERIALS;
        while (true) {
            serial = (serial + 100_003) % EducationId.SERIALS;
            var other = EducationId.ofSerial(serial);
            if (other.isPresent()) {
                return other.get().text();
            }
        }
    }
}
