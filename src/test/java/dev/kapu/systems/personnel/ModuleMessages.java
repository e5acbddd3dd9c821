package dev.kapu.systems.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;

/** What the personnel module says of a teacher at a school. */
record ModuleMessages(EducationId teacher, InstitutionCode school) {
    String posting(int number, String site) {
        return message(number, """
                <s:posting><s:validFrom>%s</s:validFrom><s:institutionCode>%s</s:institutionCode>\
                <s:siteSerial>%s</s:siteSerial><s:type>main-employment</s:type><s:weeklyHours>26</s:weeklyHours>\
                <s:post>tanár</s:post></s:posting>""".formatted(TODAY.minusDays(30), school.text(), site));
    }

    String title(int number, String post) {
        return message(number, """
                <s:title><s:validFrom>%s</s:validFrom><s:institutionCode>%s</s:institutionCode>\
                <s:type>main-employment</s:type><s:post>%s</s:post></s:title>""".formatted(TODAY.minusDays(20), school.text(), post));
    }

    private String message(int number, String what) {
        return """
                <message><s:educationId>%s</s:educationId><s:birthDate>%s</s:birthDate>\
                <s:messageNumber>%d</s:messageNumber>%s</message>""".formatted(teacher.text(), BORN, number, what);
    }

    static String report(String... messages) {
        return "<report xmlns='urn:kapu:personnel:v1' xmlns:s='urn:kapu:staff:v1'>" + String.join("", messages)
                + "</report>";
    }

    static String timeline(EducationId person) {
        return "<getTimeline xmlns='urn:kapu:personnel:v1'><educationId>" + person.text()
                + "</educationId></getTimeline>";
    }
}
