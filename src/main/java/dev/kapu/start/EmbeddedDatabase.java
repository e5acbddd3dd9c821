package dev.kapu.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL as a child of the hub, on loopback only, its data kept in {@code data/postgres}. The library behind it is
 * made for throw-away tests: left alone it switches off fsync, trusts every local user, and wipes the data.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;
    private final PostmasterProcess postmaster;
    private final Secret secret;

    private EmbeddedDatabase(EmbeddedPostgres server, PostmasterProcess postmaster, Secret secret) {
        this.server = server;
        this.postmaster = postmaster;
        this.secret = secret;
    }

    static EmbeddedDatabase start(DataDirectory data, int port, Map<String, String> settings) {
        var cluster = new Cluster(data);
        return StopGuard.register(cluster).launch(() -> start(cluster, data, port, settings));
    }

    private static EmbeddedDatabase start(Cluster cluster, DataDirectory data, int port, Map<String, String> settings) {
        if (cluster.stopLeftover()) {
            log.info("Stopped the PostgreSQL that a killed hub had left running");
        }
        Ports.requireFree(port, "the embedded PostgreSQL", "kapu.database.port");
        var secret = Secret.kept(data.directory("secrets").resolve("postgres"));
        try {
            Files.deleteIfExists(cluster.startLog());
            cluster.discardUnfinished();
            if (!cluster.exists()) {
                log.info("Making a PostgreSQL database in {}", cluster.directory());
                launch(cluster, cluster.unfinished(), secret, 0, Map.of("shared_buffers", "16MB"))
                        .close();
                cluster.finish();
            }
            var server = launch(cluster, cluster.directory(), secret, port, ServerSettings.with(settings));
            log.info("PostgreSQL is listening on {}:{}", ServerSettings.LOOPBACK, server.getPort());
            return new EmbeddedDatabase(server, new PostmasterProcess(cluster.directory()), secret);
        } catch (IOException | RuntimeException e) {
            log.debug("PostgreSQL did not start", e);
            cluster.stopLeftover();
            throw new StartupProblem(
                    "The embedded PostgreSQL does not start on " + cluster.directory() + ".",
                    "Read " + cluster.startLog() + " and the newest file in "
                            + cluster.directory().resolve("log")
                            + ", or name a PostgreSQL of your own with kapu.database.url.");
        }
    }

    private static EmbeddedPostgres launch(
            Cluster cluster, Path directory, Secret secret, int port, Map<String, String> settings) throws IOException {
        var output = ProcessBuilder.Redirect.appendTo(cluster.startLog().toFile());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(cluster.program().toFile())
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setPort(port)
                .setConnectConfig("password", secret.text())
                // These become options of initdb: no login without a password, the same sort order on every machine.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", secret.file().toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    DataSource asSuperuser(String database) {
        return server.getDatabase(SUPERUSER, database, Map.of("password", secret.text()));
    }

    String url(String database) {
        return "jdbc:postgresql://" + ServerSettings.LOOPBACK + ":" + server.getPort() + "/" + database;
    }

    /** The library waits five seconds for the last checkpoint, which may take longer. */
    @Override
    public void close() throws IOException {
        server.close();
        postmaster.stop();
    }
}
