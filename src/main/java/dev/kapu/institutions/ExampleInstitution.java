package dev.kapu.institutions;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.registry.seed.ExampleCardholders;
import dev.kapu.start.Addresses;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Greeting;
import dev.kapu.start.Secret;
import java.nio.file.Files;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives one made-up institution a secret in a file, once, and says where it lies; the log is no place for it. */
@Component
@ConditionalOnBooleanProperty("kapu.access.development-secrets")
@Order(3)
class ExampleInstitution implements Greeting {
    private static final int LOOKED_AT = 20;

    private final ExampleCardholders examples;
    private final Institutions institutions;
    private final InstitutionSecrets secrets;
    private final DataDirectory data;

    ExampleInstitution(
            ExampleCardholders examples, Institutions institutions, InstitutionSecrets secrets, DataDirectory data) {
        this.examples = examples;
        this.institutions = institutions;
        this.secrets = secrets;
        this.data = data;
    }

    @Override
    public String text(Addresses addresses) {
        return examples.first(LOOKED_AT).stream()
                .map(example -> new InstitutionCode(example.institutionCode()))
                .filter(code -> institutions.find(code).active())
                .findFirst()
                .map(code -> text(code, addresses))
                .orElse("");
    }

    private String text(InstitutionCode institution, Addresses addresses) {
        var name = "institution-" + institution.text();
        var file = data.directory("demo/" + name).resolve("secret");
        // Never again: a secret that was asked for since, as W5 does, must stand.
        if (!secrets.everIssued(institution)) {
            Secret.keep(file, secrets.issue(institution));
        }
        if (!Files.exists(file)) {
            return "";
        }
        var signIn = "Sign in at " + addresses.institution() + " as institution " + institution.text();
        return secrets.matches(institution, Secret.kept(file).text())
                ? signIn + " with the secret in " + file
                : signIn + " with the secret that replaced the one in " + file
                        + ". Where that is not known, ask for another at its page and have the Office collect the letter.";
    }
}
