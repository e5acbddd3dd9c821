package dev.kapu.access;

import dev.kapu.start.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Policy files in a directory of the test's own. */
final class PolicyFolder {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-10-01T10:00:00Z"), ZoneOffset.UTC);

    static final String PARTNERS = """
            - name: card-office
              title: Card Office
              kind: system
              contact: cards@office.example
            - name: school-program
              title: School program
              kind: system
              contact: help@program.example
              represents: ["040003", 040004]
            """;

    static final String CARDHOLDER = """
            - id: cards.holder
              partner: card-office
              operations: [IdCards/getCardholder]
              purpose: issue-card
              legalBasis: { text: The office issues cards., reference: "Act 1, § 2" }
              subjects: affiliated-with-named-institution
              fields: [educationId, name]
              valid: { from: 2026-09-01, until: 2027-08-31 }
              quota: { perSecond: 1000, perDay: 5000 }
            """;

    final AtomicReference<@Nullable Offered> offered = new AtomicReference<>();
    private final Path root;

    PolicyFolder(Path root) {
        this.root = root;
        write(PolicyContent.PARTNERS, PARTNERS);
        write(PolicyContent.PERMISSIONS, CARDHOLDER);
    }

    Path path(String name) {
        return root.resolve(name);
    }

    PolicyFolder partners(String text) {
        return write(PolicyContent.PARTNERS, text);
    }

    PolicyFolder permissions(String text) {
        return write(PolicyContent.PERMISSIONS, text);
    }

    /** As editors and configuration management do it. */
    void renameOver(String file, String text) {
        try {
            var draft = Files.writeString(root.resolve("draft"), text);
            Files.move(draft, root.resolve("config").resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PolicyFiles load() {
        return load(true);
    }

    PolicyFiles load(boolean developmentSecrets) {
        var loader = new PolicyLoader(
                PolicySource.of(new Home(List.of(root))),
                new DevelopmentFiles(developmentSecrets, root.resolve("data")),
                new PolicyArchive(root.resolve("data/policies")),
                offered::get);
        return new PolicyFiles(loader, NOON);
    }

    private PolicyFolder write(String file, String text) {
        try {
            Files.createDirectories(root.resolve("config"));
            Files.writeString(root.resolve("config").resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
