package dev.kapu.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param records newest first
 * @param next from where to look on; null: there are no more
 */
public record DisclosurePage(
        List<DisclosureRecord> records, @Nullable Long next) {}
