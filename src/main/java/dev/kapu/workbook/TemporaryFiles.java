package dev.kapu.workbook;

import java.nio.file.Path;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/** Where workbooks wait on the disk while they are made. */
public final class TemporaryFiles {
    private TemporaryFiles() {}

    /** Hazard: holds for the whole process, because the library that makes the files knows no other way. */
    public static void lieIn(Path folder) {
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(folder.toFile()));
    }
}
