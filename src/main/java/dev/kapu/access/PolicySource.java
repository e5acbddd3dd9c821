package dev.kapu.access;

import dev.kapu.start.Home;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the policy files are. Chosen once: a directory that vanishes must not bring the packed policy to life. */
sealed interface PolicySource {
    /** How sentences name the file. */
    String name(String file);

    byte[] read(String file) throws IOException;

    /** When the file was last saved; always the same where that cannot be known. */
    default long saved(String file) {
        return 0;
    }

    static PolicySource of(Home home) {
        return home.directory("config").<PolicySource>map(Directory::new).orElseGet(Packed::new);
    }

    record Directory(Path path) implements PolicySource {
        @Override
        public String name(String file) {
            var full = path.resolve(file).toAbsolutePath();
            var here = Path.of("").toAbsolutePath();
            return (full.startsWith(here) ? here.relativize(full) : full).toString();
        }

        @Override
        public long saved(String file) {
            return path.resolve(file).toFile().lastModified();
        }

        @Override
        public byte[] read(String file) throws IOException {
            try {
                return Files.readAllBytes(path.resolve(file));
            } catch (NoSuchFileException e) {
                throw new FileNotFoundException("there is no such file");
            }
        }
    }

    record Packed() implements PolicySource {
        @Override
        public String name(String file) {
            return "classpath:config/" + file;
        }

        @Override
        public byte[] read(String file) throws IOException {
            try (var stream = PolicySource.class.getResourceAsStream("/config/" + file)) {
                if (stream == null) {
                    throw new FileNotFoundException("there is no such file");
                }
                return stream.readAllBytes();
            }
        }
    }
}
