package dev.kapu.filing;

import dev.kapu.start.DataDirectory;

/** The folder of imports as a starting hub makes it. */
public final class ImportFolders {
    private ImportFolders() {}

    public static ImportFolder at(DataDirectory data) {
        return new ImportFolder(data);
    }
}
