package dev.kapu.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;

/** The events shown in the documents, each behind a mark with its kind and the partner that receives it. */
record EventSamples(List<Sample> all) {
    private static final Pattern SAMPLE =
            Pattern.compile("<!-- event (\\w+) ([a-z-]+) -->\\s+```xml\\n(.*?)```", Pattern.DOTALL);

    record Sample(String kind, String partner, String xml) {}

    static EventSamples in(Path file) {
        return new EventSamples(SAMPLE.matcher(GuideSamples.read(file))
                .results()
                .map(found -> new Sample(found.group(1), found.group(2), found.group(3)))
                .toList());
    }

    /** What really was sent lies in {@code target/guide} afterwards, to be pasted. */
    static void check(Sample sample, ConnectionFactory broker) {
        var shown = GuideSamples.answerLike(sample.xml());
        await().untilAsserted(() -> {
            var sent = told(sample, broker);
            assertThat(sent).as(sample.kind() + " to " + sample.partner()).isNotEmpty();
            GuideSamples.keep(sample.kind(), sent.get(sent.size() - 1));
            assertThat(sent)
                    .extracting(GuideSamples::masked)
                    .anyMatch(xml -> shown.matcher(xml).matches());
        });
    }

    private static List<String> told(Sample sample, ConnectionFactory broker) throws JMSException {
        try (var connection = broker.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(session.createQueue("kapu.out." + sample.partner()))) {
            connection.start();
            return Collections.list((Enumeration<?>) browser.getEnumeration()).stream()
                    .map(EventSamples::text)
                    .filter(text -> text.contains(sample.kind() + " "))
                    .toList();
        }
    }

    private static String text(Object message) {
        try {
            return ((Message) message).getBody(String.class);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
