package dev.kapu.access;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param policies where every version is kept; {@code policies} in the data directory unless set
 * @param developmentSecrets whether {@code file:} entries of {@code partners.yaml}, relative to the data directory, are
 *     accepted; never where the data are real
 * @param zone whose calendar says which day it is, for grants and for the rules of the registry
 * @param look how often the files are compared
 */
@Validated
@ConfigurationProperties("kapu.access")
record AccessProperties(
        @Nullable Path policies,
        @DefaultValue("false") boolean developmentSecrets,
        @DefaultValue("Europe/Budapest") ZoneId zone,
        @DefaultValue("1s") Duration look) {}
