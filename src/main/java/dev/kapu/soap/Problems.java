package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** The first thing that is wrong with a message, kept while its record learns what the rest can tell. */
final class Problems {
    private @Nullable FaultException first;

    interface Step<E extends Exception> {
        void take() throws E;
    }

    interface Search<T> {
        @Nullable
        T find();
    }

    <E extends Exception> void attempt(Step<E> step) throws E {
        try {
            step.take();
        } catch (FaultException no) {
            add(no);
        }
    }

    /** Null also if the search was refused. */
    <T> @Nullable T search(Search<T> search) {
        try {
            return search.find();
        } catch (FaultException no) {
            add(no);
            return null;
        }
    }

    void add(FaultException no) {
        if (first == null) {
            first = no;
        }
    }

    boolean any() {
        return first != null;
    }

    /** Whether what is wrong is no secret: the list of services can be read by anybody. */
    boolean isPublic() {
        return first != null && (first.fault() == Fault.UNKNOWN_SERVICE || first.fault() == Fault.METHOD_REFUSED);
    }

    /** @throws FaultException the first, if there was one */
    void refuse() {
        if (first != null) {
            throw first;
        }
    }
}
