package dev.kapu.filing;

import dev.kapu.start.DataDirectory;
import dev.kapu.workbook.TemporaryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where files of persons lie while they are worked on: below the data directory, which only this process's user may
 * read. It is emptied at the start, so that nothing is left of a hub that was killed.
 */
@Component
public final class ImportFolder {
    private static final Logger log = LoggerFactory.getLogger(ImportFolder.class);

    private final Path path;

    ImportFolder(DataDirectory data) {
        path = data.directory("imports");
        empty();
        TemporaryFiles.lieIn(path);
    }

    public Path path() {
        return path;
    }

    /** An empty file for this process's user alone; whoever asked for it deletes it. */
    public Path newFile(String suffix) throws IOException {
        return Files.createTempFile(path, "", suffix);
    }

    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void empty() {
        try (var left = Files.walk(path)) {
            var files = left.filter(file -> !file.equals(path))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            files.forEach(ImportFolder::delete);
            if (!files.isEmpty()) {
                log.info("{} files of imports that had not ended were deleted", files.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
