package dev.kapu.access;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a policy of the files, or says all that is wrong with them: every method may throw {@link PolicyException}. */
final class PolicyLoader {
    private final PolicySource source;
    private final DevelopmentFiles development;
    private final PolicyArchive archive;
    private final Supplier<@Nullable Offered> offered;
    private final Meters meters = new Meters();

    PolicyLoader(
            PolicySource source,
            DevelopmentFiles development,
            PolicyArchive archive,
            Supplier<@Nullable Offered> offered) {
        this.source = source;
        this.development = development;
        this.archive = archive;
        this.offered = offered;
    }

    PolicyContent read() {
        var problems = new ArrayList<PolicyProblem>();
        var content =
                new PolicyContent(read(PolicyContent.PARTNERS, problems), read(PolicyContent.PERMISSIONS, problems));
        refuse(problems);
        return content;
    }

    Policy load(PolicyContent content) {
        var problems = new ArrayList<PolicyProblem>();
        var partners =
                new PartnersReader(source(PolicyContent.PARTNERS, problems), development).read(content.partners());
        if (partners.isEmpty()) {
            // Of a file that cannot be read at all, each grant would only say that its partner is missing.
            refuse(problems);
        }
        var grants = new PermissionsReader(source(PolicyContent.PERMISSIONS, problems), partners)
                .read(content.permissions());
        if (problems.isEmpty()) {
            problems.addAll(PolicyCheck.ambiguities(grants, partners));
        }
        refuse(problems);
        return Policy.of(content.version(), partners, grants, meters::of);
    }

    /** Not before all beans exist: what is offered is made of beans that need the policy. */
    void checkAgainstOffered(Policy policy) {
        var offer = offered.get();
        if (offer != null) {
            refuse(PolicyCheck.against(offer, policy));
        }
    }

    void keep(PolicyContent content) {
        try {
            archive.keep(content);
        } catch (IOException e) {
            refuse(List.of(PolicyProblem.of(source.name(PolicyContent.PERMISSIONS), Phrase.NOT_KEPT.with(e))));
        }
    }

    /** Changes when one of the files is saved, be it as it was. */
    long saved() {
        return source.saved(PolicyContent.PARTNERS) ^ (31 * source.saved(PolicyContent.PERMISSIONS));
    }

    private static void refuse(List<PolicyProblem> problems) {
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
    }

    private byte[] read(String file, List<PolicyProblem> problems) {
        try {
            return source.read(file);
        } catch (FileNotFoundException e) {
            problems.add(PolicyProblem.of(source.name(file), Phrase.UNREADABLE.with(Phrase.NO_SUCH_FILE)));
        } catch (IOException e) {
            problems.add(PolicyProblem.of(source.name(file), Phrase.UNREADABLE.with(String.valueOf(e.getMessage()))));
        }
        return new byte[0];
    }

    private YamlSource source(String file, List<PolicyProblem> problems) {
        return new YamlSource(source.name(file), problems);
    }
}
