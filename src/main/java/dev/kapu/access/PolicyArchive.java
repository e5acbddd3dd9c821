package dev.kapu.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/** Keeps every version that ever decided, so that each past decision can be explained. */
final class PolicyArchive {
    private final Path directory;

    PolicyArchive(Path directory) {
        this.directory = directory;
    }

    /** Returns once the version is on disk, whole or not at all; a version that is there is left alone. */
    void keep(PolicyContent content) throws IOException {
        var kept = directory.resolve(content.version());
        if (Files.isDirectory(kept)) {
            return;
        }
        Files.createDirectories(directory);
        var draft = Files.createTempDirectory(directory, ".draft");
        try {
            write(draft.resolve(PolicyContent.PARTNERS), content.partners());
            write(draft.resolve(PolicyContent.PERMISSIONS), content.permissions());
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // another process of the hub was faster: the same name holds the same bytes
            if (!Files.isDirectory(kept)) {
                throw e;
            }
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
