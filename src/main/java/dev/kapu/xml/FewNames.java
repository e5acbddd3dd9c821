package dev.kapu.xml;

import com.ctc.wstx.util.SymbolTable;
import java.util.function.Supplier;

/**
 * The names of one document: elements, attributes, prefixes. Woodstox keeps each in a table whose hash has no seed and
 * whose chains are searched one by one, so that many names fill the memory, and many alike names take the time.
 */
final class FewNames extends SymbolTable {
    /** Far longer than any of the contracts or of a spreadsheet. */
    private static final int LONGEST = 64;

    private final int most;
    private final Supplier<? extends RuntimeException> refusal;

    FewNames(int most, Supplier<? extends RuntimeException> refusal) {
        this.most = most;
        this.refusal = refusal;
    }

    @Override
    public String findSymbol(char[] buffer, int start, int length, int hash) {
        requireShort(length);
        return counted(super.findSymbol(buffer, start, length, hash));
    }

    @Override
    public String findSymbol(String name) {
        requireShort(name.length());
        return counted(super.findSymbol(name));
    }

    private void requireShort(int length) {
        if (length > LONGEST) {
            throw refusal.get();
        }
    }

    private String counted(String name) {
        if (size() > most) {
            throw refusal.get();
        }
        return name;
    }
}
