package dev.kapu.messaging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Artemis writes the message into some of its warnings, with all that a sender wrote on it. They stay out of the log: that a
 * message lies with the dead letters is an alarm of the hub's own.
 */
final class MessagesInLog extends Filter<ILoggingEvent> {
    private static final String ARTEMIS = "org.apache.activemq.artemis.";

    /** A message that cannot be read, in the text of its exception. */
    private static final String UNREADABLE = "AMQ212058";

    private MessagesInLog() {}

    static void keepOut() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(Logger.ROOT_LOGGER_NAME)
                    .iteratorForAppenders()
                    .forEachRemaining(MessagesInLog::keepOutOf);
        }
    }

    private static void keepOutOf(Appender<ILoggingEvent> appender) {
        if (appender.getCopyOfAttachedFiltersList().stream().noneMatch(MessagesInLog.class::isInstance)) {
            appender.addFilter(new MessagesInLog());
        }
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getLoggerName().startsWith(ARTEMIS) && showsAMessage(event)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    private static boolean showsAMessage(ILoggingEvent event) {
        return event.getMessage().startsWith(UNREADABLE)
                || Stream.of(arguments(event)).anyMatch(MessagesInLog::isMessage);
    }

    private static @Nullable Object[] arguments(ILoggingEvent event) {
        var arguments = event.getArgumentArray();
        return arguments == null ? new Object[0] : arguments;
    }

    private static boolean isMessage(@Nullable Object argument) {
        return argument instanceof Message || argument instanceof MessageReference;
    }
}
