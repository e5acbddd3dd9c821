package dev.kapu.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as a child of the hub, on loopback only, its data kept in {@code data/postgres}. The library behind it is
 * made for throw-away tests: it would switch off fsync and synchronous commit, trust every local user, and wipe the data.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String LOOPBACK = "127.0.0.1";

    private final EmbeddedPostgres server;
    private final PostmasterProcess postmaster;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, PostmasterProcess postmaster, String password) {
        this.server = server;
        this.postmaster = postmaster;
        this.password = password;
    }

    static EmbeddedDatabase start(DataDirectory data, int port, Map<String, String> settings) {
        var cluster = data.directory("postgres");
        var postmaster = new PostmasterProcess(cluster);
        if (postmaster.stop()) {
            log.info("Stopped the PostgreSQL that a killed hub had left running");
        }
        Ports.requireFree(port, "the embedded PostgreSQL", "kapu.database.port");
        var secret = Secret.kept(data.directory("secrets").resolve("postgres"));
        var isNew = !Files.exists(cluster.resolve("PG_VERSION"));
        log.info(isNew ? "Making a PostgreSQL database in {}" : "Starting PostgreSQL on {}", cluster);
        try {
            discardUnfinished(cluster, isNew);
            return new EmbeddedDatabase(
                    builder(data, cluster, port, settings, secret).start(), postmaster, secret.text());
        } catch (IOException | RuntimeException e) {
            log.debug("PostgreSQL did not start", e);
            postmaster.stop();
            throw new StartupProblem(
                    "The embedded PostgreSQL did not start on " + cluster + ".",
                    "Read the newest file in " + cluster.resolve("log")
                            + ", or name a PostgreSQL of your own with kapu.database.url.");
        }
    }

    private static EmbeddedPostgres.Builder builder(
            DataDirectory data, Path cluster, int port, Map<String, String> settings, Secret secret) {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(data.directory("postgres-program").toFile())
                .setPGStartupWait(Duration.ofMinutes(2))
                .setPort(port)
                .setConnectConfig("password", secret.text())
                // These become options of initdb: no login without a password, the same sort order on every machine.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", secret.file().toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        var all = new LinkedHashMap<>(SETTINGS);
        all.putAll(settings);
        all.forEach(builder::setServerConfig);
        return builder;
    }

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("listen_addresses", LOOPBACK),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "512MB"),
            Map.entry("effective_cache_size", "2GB"),
            Map.entry("maintenance_work_mem", "256MB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("wal_compression", "on"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("min_wal_size", "256MB"),
            // Errors of statements can quote personal data: the hub sees them anyway, the server's log must not.
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"));

    /** A hub killed during its very first start leaves half a cluster, which initdb would refuse. */
    private static void discardUnfinished(Path cluster, boolean isNew) throws IOException {
        if (isNew) {
            FileSystemUtils.deleteRecursively(cluster);
            Files.createDirectories(cluster);
        }
    }

    /** As the superuser of the cluster. */
    DataSource superuser(String database) {
        return server.getDatabase("postgres", database, Map.of("password", password));
    }

    String url(String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + server.getPort() + "/" + database;
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        postmaster.stop();
    }
}
