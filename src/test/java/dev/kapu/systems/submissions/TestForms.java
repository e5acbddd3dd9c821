package dev.kapu.systems.submissions;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.submission.TestEntries;

/** Bodies of requests about pupils. */
final class TestForms {
    private TestForms() {}

    static String form(InstitutionCode institution, String options, String... entries) {
        return head(institution, options) + String.join("", entries);
    }

    static String head(InstitutionCode institution, String options) {
        return "<institutionCode>" + institution.text() + "</institutionCode><role>student</role>" + options;
    }

    static String barcode(String text) {
        return "<barcode>" + text + "</barcode>";
    }

    /** None like another. */
    static String pupil(InstitutionCode institution) {
        var entry = TestEntries.pupil(institution);
        var person = entry.person();
        return """
                <entry><s:reference>%s</s:reference><s:name><s:family>%s</s:family><s:given>%s</s:given></s:name>\
                <s:birthName><s:family>%2$s</s:family><s:given>%3$s</s:given></s:birthName>\
                <s:motherName><s:family>%4$s</s:family><s:given>Éva</s:given></s:motherName>\
                <s:birthPlace>Győr</s:birthPlace><s:birthDate>%5$s</s:birthDate><s:sex>female</s:sex>\
                <s:citizenship>HU</s:citizenship><s:affiliation><s:siteSerial>001</s:siteSerial>\
                <s:type>compulsory-student</s:type><s:startDate>%6$s</s:startDate><s:weeklyHours>20</s:weeklyHours>\
                <s:grade>1</s:grade></s:affiliation></entry>""".formatted(
                        entry.reference(),
                        person.name().family(),
                        person.name().given(),
                        person.motherName().family(),
                        person.birthDate(),
                        entry.affiliation().startDate());
    }
}
