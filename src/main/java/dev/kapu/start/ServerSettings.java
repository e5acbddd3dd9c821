package dev.kapu.start;

import java.util.LinkedHashMap;
import java.util.Map;

/** Of the embedded PostgreSQL. A committed row is on disk, and the server's log holds no data of persons. */
final class ServerSettings {
    static final String LOOPBACK = "127.0.0.1";

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
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
            // The text of an error can quote data: the hub gets it in any case, the log must not.
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"));

    private ServerSettings() {}

    static Map<String, String> with(Map<String, String> others) {
        var all = new LinkedHashMap<>(DEFAULTS);
        all.putAll(others);
        return all;
    }
}
