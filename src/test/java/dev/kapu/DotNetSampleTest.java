package dev.kapu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.start.Listeners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The .NET sample of the partner guide, as it stands, compiled and run by Mono. */
@HubTest
class DotNetSampleTest {
    private static final String PARTNER = "id-card-office";

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Listeners listeners;

    @TempDir
    private Path folder;

    @Test
    void a_cardholder_is_read_and_who_is_out_of_scope_is_refused_clearly() throws IOException {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        var person =
                registry.personAt(school, AffiliationType.COMPULSORY_STUDENT).text();
        var program = compiled();
        trust();

        var answered = ask(program, person, school);
        var refused = ask(program, person, registry.institution());

        assertThat(answered)
                .contains("name: Nagy Lászlóné Kovács Anna", "born: 2010-05-01")
                .doesNotContain("fault:");
        assertThat(refused)
                .contains("fault: Client.Person.NotFound", "retryable: False", "says in en: No person can be found")
                .doesNotContain("name:");
    }

    private String compiled() {
        var program = folder.resolve("Cardholder.exe").toString();
        var compiled = Toolkit.run(
                List.of(
                        "mcs",
                        "-r:System.Net.Http",
                        "-r:System.Xml.Linq",
                        "-out:" + program,
                        "src/test/csharp/Cardholder.cs"),
                Map.of());
        Installed.require(
                compiled.status() == 0,
                "Mono, for the .NET sample (" + compiled.output() + "),",
                "mono-mcs mono-runtime libmono-system-net-http4.0-cil libmono-system-xml-linq4.0-cil");
        return program;
    }

    /** As its user would: what Mono trusts is kept in the user's home. */
    private void trust() {
        var trusted = Toolkit.run(
                List.of(
                        "cert-sync",
                        "--user",
                        "--quiet",
                        credentials.caCertificate().toAbsolutePath().toString()),
                Map.of("HOME", folder.toString()));
        assertThat(trusted.status()).as(trusted.output()).isZero();
    }

    private String ask(String program, String person, InstitutionCode institution) throws IOException {
        var address = "https://localhost:" + listeners.https() + "/services/IdCards";
        return Toolkit.run(
                        List.of("mono", program, address, PARTNER, person, institution.text()),
                        Map.of("KAPU_SECRET", Files.readString(credentials.secret(PARTNER)), "HOME", folder.toString()))
                .output();
    }
}
