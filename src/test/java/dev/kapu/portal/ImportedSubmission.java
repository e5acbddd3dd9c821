package dev.kapu.portal;

import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.start.Listeners;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a school has just imported, for who waits for its sheet. */
public record ImportedSubmission(String number, String barcode, int httpsPort) {
    public static ImportedSubmission of(ApplicationContext hub) {
        var jdbc = hub.getBean(JdbcClient.class);
        var listeners = hub.getBean(Listeners.class);
        var school = new School(listeners, hub.getBean(InstitutionSecrets.class), new TestRegistry(jdbc).institution());
        var number = School.number(school.imports(
                new TestWorkbook(school.code).bytes(), Map.of("role", "STUDENT", "allOrNothing", "true")));
        var hash = jdbc.sql("select encode(hash, 'hex') from submission where number = ?")
                .param(number)
                .query(String.class)
                .single();
        return new ImportedSubmission(
                number, ("KIR-T-11 " + number + " " + hash).toUpperCase(java.util.Locale.ROOT), listeners.https());
    }
}
