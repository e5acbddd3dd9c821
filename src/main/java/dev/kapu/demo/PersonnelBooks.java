package dev.kapu.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kapu.registry.seed.SyntheticEmployment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** The personnel module's own service, by its own contract. It has its moods. */
final class PersonnelBooks implements AutoCloseable {
    static final String PATH = "/personnel";

    private static final long DRIP_MILLIS = 20;

    /** How it answers. */
    enum Mood {
        GOOD,
        /** The answer does not come. */
        SLOW,
        /** The answer comes letter by letter. */
        DRIPPING,
        /** The connection breaks. */
        DOWN,
        GARBAGE,
        /** Everybody is somebody else. */
        WRONG_PERSON,
        OTHER_INSTITUTION
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final StaffLists lists;
    private final AtomicInteger asked = new AtomicInteger();
    private Mood mood = Mood.GOOD;
    private boolean open = true;

    /** @param port 0 for any; on loopback only */
    PersonnelBooks(int port, Function<String, List<SyntheticEmployment>> books) throws IOException {
        this.lists = new StaffLists(books);
        threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "demo-personnel-module");
            thread.setDaemon(true);
            return thread;
        });
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext(PATH, this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How often it was asked. */
    int asked() {
        return asked.get();
    }

    synchronized void be(Mood now) {
        mood = now;
        notifyAll();
    }

    private synchronized Mood mood() {
        return mood;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                send(
                        exchange,
                        new ClassPathResource("wsdl/external/PersonnelModule.wsdl")
                                .getContentAsString(StandardCharsets.UTF_8));
                return;
            }
            asked.incrementAndGet();
            var question = Answer.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            switch (mood()) {
                case GOOD -> send(exchange, lists.asked(question));
                case SLOW -> waitWhile(Mood.SLOW);
                case DRIPPING -> drip(exchange);
                case DOWN -> {}
                case GARBAGE -> send(exchange, "<html><body>502 Bad Gateway</body>");
                case WRONG_PERSON -> send(exchange, lists.ofOthers(question));
                case OTHER_INSTITUTION -> send(exchange, lists.ofElsewhere(question));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void waitWhile(Mood same) throws InterruptedException {
        while (open && mood == same) {
            wait();
        }
    }

    private synchronized void drip(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().add("Content-Type", "text/xml; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        while (open && mood == Mood.DRIPPING) {
            body.write(' ');
            body.flush();
            wait(DRIP_MILLIS);
        }
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        synchronized (this) {
            open = false;
            notifyAll();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
