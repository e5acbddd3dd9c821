package dev.kapu.portal;

import dev.kapu.start.Listeners;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a school has just imported, for who waits for its sheet. */
public record ImportedSubmission(String number, String barcode, int httpsPort) {
    public static ImportedSubmission of(ApplicationContext hub) {
        var school = new School(hub);
        var number = School.number(school.imports(
                new TestWorkbook(school.code).bytes(), Map.of("role", "STUDENT", "allOrNothing", "true")));
        var hash = hub.getBean(JdbcClient.class)
                .sql("select encode(hash, 'hex') from submission where number = ?")
                .param(number)
                .query(String.class)
                .single();
        var barcode = ("KIR-T-11 " + number + " " + hash).toUpperCase(Locale.ROOT);
        return new ImportedSubmission(
                number, barcode, hub.getBean(Listeners.class).https());
    }
}
