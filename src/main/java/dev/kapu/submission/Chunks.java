package dev.kapu.submission;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Takes many entries a few at a time, so that memory does not grow with their number. */
final class Chunks {
    static final int SIZE = 500;

    private Chunks() {}

    static <T> void each(Iterator<? extends T> all, Consumer<List<T>> action) {
        var chunk = new ArrayList<T>(SIZE);
        while (all.hasNext()) {
            chunk.add(all.next());
            if (chunk.size() == SIZE) {
                action.accept(List.copyOf(chunk));
                chunk.clear();
            }
        }
        if (!chunk.isEmpty()) {
            action.accept(List.copyOf(chunk));
        }
    }
}
