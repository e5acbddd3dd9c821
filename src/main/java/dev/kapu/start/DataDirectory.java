package dev.kapu.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.util.unit.DataSize;

/** The directory under which the hub keeps everything. One hub at a time: a second one is refused. */
public final class DataDirectory implements AutoCloseable {
    private static final String SETTING = StartupProblem.setting("kapu.data");

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    static DataDirectory open(Path directory, DataSize minimumFreeSpace) {
        var root = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            keepOthersOut(root);
            requireSpace(root, minimumFreeSpace);
            return new DataDirectory(root, lock(root));
        } catch (IOException e) {
            throw new StartupProblem(
                    "The data directory " + root + " cannot be written.",
                    "Give this user the right to write there, or name another directory with " + SETTING + ".");
        }
    }

    /** A place of one's own below the data directory, made if it is not there. */
    public Path directory(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new StartupProblem(
                    "The directory " + root.resolve(name) + " cannot be made.",
                    "Give this user the right to write there, or name another directory with " + SETTING + ".");
        }
    }

    public Path root() {
        return root;
    }

    /** Queues and tables hold persons' data in files that their programs make readable for everybody. */
    private static void keepOthersOut(Path root) throws IOException {
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void requireSpace(Path root, DataSize minimum) throws IOException {
        var free = DataSize.ofBytes(Files.getFileStore(root).getUsableSpace());
        if (free.compareTo(minimum) < 0) {
            throw new StartupProblem(
                    "Only " + free.toMegabytes() + " MB of disk are free at " + root + "; the hub needs "
                            + minimum.toMegabytes() + " MB to start.",
                    "Free some space, name a directory on another disk with " + SETTING + ","
                            + " or lower kapu.minimum-free-space.");
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var file = root.resolve("kapu.lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            var holder = Files.readString(file).strip();
            channel.close();
            throw new StartupProblem(
                    "Another hub (process " + holder + ") is using the data directory " + root + ".",
                    "Stop it, or give this one a directory of its own with " + SETTING + ".");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            // One byte far behind the text: some systems let nobody read what is locked.
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
