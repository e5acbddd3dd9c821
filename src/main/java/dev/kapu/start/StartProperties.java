package dev.kapu.start;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param data directory of all that the hub keeps: database, queues, development keys
 * @param minimumFreeSpace free disk space below which the hub does not start
 */
@ConfigurationProperties("kapu")
record StartProperties(
        @DefaultValue("data") Path data,
        @DefaultValue("500MB") DataSize minimumFreeSpace) {}
