package dev.kapu.start;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Where {@code routes/}, {@code wsdl/} and {@code config/} are read from: the working directory, else beside the jar,
 * else the copy inside the jar. A directory counts as a whole: a file missing from one on disk is missing, and is not
 * replaced by the packed one, lest a deleted rule come back. Not so {@code config/application.yaml}, which Spring Boot
 * reads: each setting that the file on disk does not name keeps the packed value.
 */
public final class Home {
    private final List<Path> places;

    /** @param places directories that may hold {@code routes/} and its like, the first that does wins. */
    public Home(List<Path> places) {
        this.places = List.copyOf(places);
    }

    static Home ofProcess() {
        var source = new ApplicationHome(Home.class).getSource();
        var workingDirectory = Path.of("").toAbsolutePath();
        return source != null && source.isFile()
                ? new Home(List.of(
                        workingDirectory, source.toPath().toAbsolutePath().getParent()))
                : new Home(List.of(workingDirectory));
    }

    /** The directory on disk, to be watched or edited; empty if the packed copy is in use. */
    public Optional<Path> directory(String name) {
        return places.stream()
                .map(place -> place.resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** One file of a directory; it need not exist. */
    public Resource file(String directory, String name) {
        return directory(directory)
                .<Resource>map(path -> new FileSystemResource(path.resolve(name)))
                .orElseGet(() -> new ClassPathResource(directory + "/" + name));
    }

    /** @param glob e.g. {@code *.wsdl}, or with {@code **}{@code /} in front for all depths; sorted by file name. */
    public List<Resource> files(String directory, String glob) {
        var root = directory(directory).map(path -> path.toUri().toString()).orElse("classpath:" + directory + "/");
        try {
            var found = new PathMatchingResourcePatternResolver().getResources(root + glob);
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(resource -> String.valueOf(resource.getFilename())))
                    .toList();
        } catch (FileNotFoundException nothingThere) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
