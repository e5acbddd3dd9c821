package dev.kapu.institutions;

import dev.kapu.registry.ExampleCardholders;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.InstitutionSecrets;
import dev.kapu.start.Addresses;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Greeting;
import dev.kapu.start.Secret;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives one made-up institution a secret in a file, once, and says where it lies; the log is no place for it. */
@Component
@ConditionalOnBooleanProperty("kapu.access.development-secrets")
@Order(3)
class ExampleInstitution implements Greeting {
    private final ExampleCardholders examples;
    private final InstitutionSecrets secrets;
    private final DataDirectory data;

    ExampleInstitution(ExampleCardholders examples, InstitutionSecrets secrets, DataDirectory data) {
        this.examples = examples;
        this.secrets = secrets;
        this.data = data;
    }

    @Override
    public String text(Addresses addresses) {
        return examples.first(1).stream()
                .map(example -> text(example.institutionCode(), addresses))
                .collect(Collectors.joining());
    }

    private String text(String code, Addresses addresses) {
        var file = data.directory("demo/institution-" + code).resolve("secret");
        var institution = new InstitutionCode(code);
        // Not on every start: a secret that was asked for anew since, as W5 does, must stand.
        if (!Files.exists(file) || !secrets.everIssued(institution)) {
            Secret.keep(file, secrets.issue(institution));
        }
        return "Sign in at " + addresses.institution() + " as institution " + code + " with the secret in " + file;
    }
}
