package dev.kapu.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy in force. {@link #look()} is called every second and compares contents, not times: it sees an edit in
 * place, a rename over the file and a swapped link alike. A change counts once two looks in a row saw the same.
 */
final class PolicyFiles implements Policies {
    private static final Logger log = LoggerFactory.getLogger(PolicyFiles.class);

    private final PolicyLoader loader;
    private final Clock clock;
    private volatile Policy current;
    private volatile PolicyStatus status;
    private String seen;
    private long refusedAt;

    /** @throws PolicyException if there is anything wrong with the files */
    PolicyFiles(PolicyLoader loader, Clock clock) {
        this.loader = loader;
        this.clock = clock;
        var content = loader.read();
        var policy = loader.load(content);
        loader.keep(content);
        this.current = policy;
        this.status = inForce(policy, clock.instant());
        this.seen = policy.version();
    }

    Policy current() {
        return current;
    }

    @Override
    public PolicyStatus status() {
        return status;
    }

    @Override
    public List<Grant> grants() {
        return current().grants().stream().map(GrantEntry::grant).toList();
    }

    @Override
    public List<Partner> partners() {
        return current().partners().values().stream()
                .map(PartnerEntry::partner)
                .sorted(Comparator.comparing(Partner::name))
                .toList();
    }

    @Override
    public Set<String> holders(String operation) {
        return current().holders(operation);
    }

    @Override
    public Set<String> holders(String operation, String institution) {
        return current().holders(operation, institution);
    }

    /** @throws PolicyException if a grant is for something that the hub does not offer */
    void checkAgainstOffered() {
        loader.checkAgainstOffered(current());
    }

    synchronized void look() {
        try {
            var content = loader.read();
            var settled = content.version().equals(seen);
            seen = content.version();
            if (settled) {
                take(content);
            }
        } catch (PolicyException e) {
            refuse(e.problems());
        } catch (RuntimeException | Error e) {
            // Even without memory: a watch that has ended would never see a withdrawal again.
            log.error("The policy files could not be judged; the policy in force stays", e);
        }
    }

    private void take(PolicyContent content) {
        if (!content.version().equals(current().version())) {
            var policy = loader.load(content);
            loader.checkAgainstOffered(policy);
            loader.keep(content);
            current = policy;
            status = inForce(policy, clock.instant());
        } else if (!status.problems().isEmpty()) {
            status = new PolicyStatus(status.version(), status.loadedAt(), clock.instant(), List.of());
            log.info("The policy files are again those of the policy in force");
        }
    }

    private void refuse(List<PolicyProblem> problems) {
        long saved = loader.saved();
        if (!problems.equals(status.problems()) || saved != refusedAt) {
            refusedAt = saved;
            status = new PolicyStatus(status.version(), status.loadedAt(), clock.instant(), problems);
            problems.forEach(problem -> log.error("Policy not taken: {}", problem));
        }
    }

    private static PolicyStatus inForce(Policy policy, Instant now) {
        log.info(
                "Policy in force: {} partners, {} grants, version {}",
                policy.partners().size(),
                policy.grants().size(),
                policy.version());
        return new PolicyStatus(policy.version(), now, now, List.of());
    }
}
