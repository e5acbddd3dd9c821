package dev.kapu.registry.matching;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Places in a list by keys of them, several under one key, in some twenty bytes each; only added to. */
final class PlacesByKey {
    private static final int NONE = -1;

    /** A table of keys, open addressing: where the chain of a key's links begins and ends. */
    private long[] keys = new long[1024];

    private int[] first = emptied(new int[1024]);
    private int[] last = new int[1024];
    private int used;

    private int[] place = new int[1024];
    private int[] next = new int[1024];
    private int links;

    /** In the order in which they were added. */
    IntStream of(long key) {
        return IntStream.iterate(first[slot(key)], link -> link != NONE, link -> next[link])
                .map(link -> place[link]);
    }

    void add(long key, int at) {
        if (links == place.length) {
            place = Arrays.copyOf(place, links * 2);
            next = Arrays.copyOf(next, links * 2);
        }
        if (used * 2 > keys.length) {
            grow();
        }
        place[links] = at;
        next[links] = NONE;
        int slot = slot(key);
        if (first[slot] == NONE) {
            keys[slot] = key;
            first[slot] = links;
            used++;
        } else {
            next[last[slot]] = links;
        }
        last[slot] = links++;
    }

    private void grow() {
        var oldKeys = keys;
        var oldFirst = first;
        var oldLast = last;
        keys = new long[oldKeys.length * 2];
        first = emptied(new int[keys.length]);
        last = new int[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldFirst[old] != NONE) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                first[slot] = oldFirst[old];
                last[slot] = oldLast[old];
            }
        }
    }

    /** Where the key is, or may be put; the keys are hashes already. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (first[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] emptied(int[] chains) {
        Arrays.fill(chains, NONE);
        return chains;
    }
}
