package dev.kapu.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A link within the documents for partners leads somewhere. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\s*\\((?!http)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    @Test
    void every_link_leads_to_a_file_and_a_heading_of_it() {
        var broken = new ArrayList<String>();

        Stream.concat(Stream.of(Docs.GUIDE), Docs.pages().stream())
                .forEach(document -> LINK.matcher(GuideSamples.read(document))
                        .results()
                        .filter(link -> !leads(document, link.group(1), link.group(2)))
                        .forEach(link -> broken.add(document + ": " + link.group())));

        assertThat(broken).isEmpty();
    }

    private static boolean leads(Path document, String file, @Nullable String heading) {
        var target = file.isEmpty() ? document : document.resolveSibling(file).normalize();
        return Files.exists(target)
                && (heading == null
                        || HEADING.matcher(GuideSamples.read(target))
                                .results()
                                .anyMatch(found -> ShownSamples.anchor(found.group(1)).equals(heading)));
    }
}
