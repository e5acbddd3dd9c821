package dev.kapu.submission;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** What the library that lays sheets out has to say, in the hub's log; its progress only where that is asked for. */
final class SheetLog implements XRLogger {
    @Override
    public void log(String where, Level level, String said) {
        event(where, level).log(said);
    }

    @Override
    public void log(String where, Level level, String said, Throwable thrown) {
        event(where, level).setCause(thrown).log(said);
    }

    @Override
    public void setLevel(String where, Level level) {
        throw new UnsupportedOperationException("levels are set in config/application.yaml");
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return LoggerFactory.getLogger("com.openhtmltopdf").isEnabledForLevel(level(diagnostic.getLevel()));
    }

    private static LoggingEventBuilder event(String where, Level level) {
        return LoggerFactory.getLogger(where).atLevel(level(level));
    }

    private static org.slf4j.event.Level level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return org.slf4j.event.Level.ERROR;
        }
        return level.intValue() >= Level.WARNING.intValue() ? org.slf4j.event.Level.WARN : org.slf4j.event.Level.DEBUG;
    }
}
