package dev.kapu.gate;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.IOException;
import java.util.StringJoiner;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Unexpected exceptions, told without their messages: a driver's message may quote the row it failed on. */
final class Causes {
    private Causes() {}

    /** Class names of the chain and the first frame of our own. */
    static String of(Throwable thrown) {
        var chain = new StringJoiner(" < ");
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            chain.add(cause.getClass().getName() + at(cause));
        }
        return chain.toString();
    }

    /** Somebody else holds what is needed for too long; an unreachable database may be back in a minute; anything else is for the hub's engineers. */
    static Fault fault(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FaultException no) {
                return no.fault();
            }
            if (cause instanceof PessimisticLockingFailureException) {
                return Fault.BUSY;
            }
            if (cause instanceof TransientDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof TransactionException) {
                return Fault.UNAVAILABLE;
            }
        }
        return Fault.INTERNAL;
    }

    /** Something between the hub and whom it sends to is away, takes nothing more at present, or ends. */
    static boolean isOnTheWay(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof RejectedExecutionException) {
                return true;
            }
        }
        return false;
    }

    private static String at(Throwable cause) {
        for (var frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.kapu.")) {
                return " at " + frame.getClassName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }
}
