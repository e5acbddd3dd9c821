package dev.kapu.portal;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.filing.Filing;
import dev.kapu.filing.ImportFolder;
import dev.kapu.filing.Importer;
import dev.kapu.gate.Hashes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Imports by upload, one of each institution at a time. What came of the last one is kept for an hour, in this process.
 *
 * <p>Hazard: the files are of persons. Only this process's user may read them; they go as soon as nobody needs them.
 */
@Component
class Imports implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Imports.class);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int AT_ONCE = 2;

    /** Most files are read in a moment: then nobody needs to see a page that says to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Importer importer;
    private final GateCall gate;
    private final Clock clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> new Thread(work, "import"));
    private final Map<String, ImportJob> jobs = new ConcurrentHashMap<>();

    Imports(Importer importer, GateCall gate, Clock clock) {
        this.importer = importer;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Returns when the file has been read, or after a moment.
     *
     * @param file will be deleted
     * @return false if another file of this institution is being read
     */
    boolean start(ImportForm form, Path file) {
        var job = new ImportJob(form, clock.instant());
        var current = jobs.compute(
                form.who().getName(), (code, last) -> last == null || (last.isDone() && forgotten(last)) ? job : last);
        if (current != job) {
            ImportFolder.delete(file);
            return false;
        }
        var work = workers.submit(() -> run(job, file));
        try {
            work.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            log.debug("an import goes on");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException unexpected) {
            throw new IllegalStateException("an import failed beyond what it catches", unexpected);
        }
        return true;
    }

    Optional<ImportJob> last(SignedInInstitution who) {
        return Optional.ofNullable(jobs.get(who.getName()));
    }

    private void run(ImportJob job, Path file) {
        try {
            read(job, file);
        } catch (FaultException no) {
            job.failed(no);
        } catch (Throwable unexpected) {
            log.error("an import failed: {}", unexpected.getClass().getName());
            job.failed(new FaultException(Fault.INTERNAL));
            if (unexpected instanceof VirtualMachineError fatal) {
                throw fatal;
            }
        } finally {
            job.end();
            ImportFolder.delete(file);
        }
    }

    private void read(ImportJob job, Path file) throws IOException {
        var form = job.form();
        var received = received(file);
        var asking = new Filing.Asking() {
            @Override
            public <T> T ask(String operation, Object body, Class<T> answer) {
                return gate.askChecked(form.who(), operation, body, received, answer);
            }
        };
        importer.run(file, form.order(), asking, job);
    }

    private static GateCall.Received received(Path file) throws IOException {
        var hash = Hashes.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), hash)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new GateCall.Received(Math.toIntExact(Files.size(file)), hash.digest());
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void forget() {
        var limit = clock.instant().minus(KEPT);
        jobs.values().removeIf(job -> job.isDone() && job.since().isBefore(limit) && forgotten(job));
    }

    private static boolean forgotten(ImportJob job) {
        var file = job.errorFile();
        if (file != null) {
            ImportFolder.delete(file);
        }
        return true;
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
        jobs.values().forEach(Imports::forgotten);
    }
}
