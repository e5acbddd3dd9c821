package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticEmployment;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The simulated personnel module with books of a test's own. */
public final class TestModule implements AutoCloseable {
    private final Map<String, List<SyntheticEmployment>> books = new ConcurrentHashMap<>();
    private final PersonnelBooks module;

    public TestModule() throws IOException {
        module = new PersonnelBooks(0, institution -> books.getOrDefault(institution, List.of()));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + module.port() + PersonnelBooks.PATH);
    }

    public void lists(String institution, SyntheticEmployment... staff) {
        books.put(institution, List.of(staff));
    }

    /** @param mood a word of the simulator's */
    public void is(String mood) {
        module.be(PersonnelBooks.Mood.valueOf(mood));
    }

    public int asked() {
        return module.asked();
    }

    @Override
    public void close() {
        module.close();
    }
}
