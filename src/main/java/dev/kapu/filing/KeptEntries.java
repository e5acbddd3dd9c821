package dev.kapu.filing;

import dev.kapu.workbook.Entry;
import dev.kapu.workbook.KeptRows;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/**
 * The rows on the disk as the list of entries that a contract's body has: each is made when it is asked for and kept
 * nowhere. It can be read from its beginning to its end only, but more than once, as the gate and the step do.
 */
final class KeptEntries<E> extends AbstractList<E> {
    private static final int OFTEN = 500;

    private final KeptRows rows;
    private final Function<Entry, E> entry;
    private final DoubleConsumer progress;
    private double read;

    /** @param progress from 0 to 1: nobody knows how often it will be read, so each time it is half of what is left */
    KeptEntries(KeptRows rows, Function<Entry, E> entry, DoubleConsumer progress) {
        this.rows = rows;
        this.entry = entry;
        this.progress = progress;
    }

    @Override
    public Iterator<E> iterator() {
        var all = rows.iterator();
        double from = read;
        double share = (1 - from) / 2;
        return new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public E next() {
                var next = entry.apply(all.next());
                if (++given % OFTEN == 0 || given == rows.size()) {
                    read = from + share * given / rows.size();
                    progress.accept(read);
                }
                return next;
            }
        };
    }

    @Override
    public E get(int index) {
        throw new UnsupportedOperationException("only from the beginning to the end");
    }

    @Override
    public int size() {
        return rows.size();
    }
}
