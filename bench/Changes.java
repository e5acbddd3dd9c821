import jakarta.jms.JMSContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Partners at the hub's broker, each reading its own queue: {@code PORT SECRETS PARTNER...}. Of each event it prints who
 * got it, its id, and the microseconds since it occurred.
 */
final class Changes {
    private static final Pattern EVENT_ID = Pattern.compile("eventId>([^<]+)<");
    private static final Pattern OCCURRED_AT = Pattern.compile("occurredAt>([^<]+)<");

    public static void main(String[] args) throws Exception {
        for (var partner : Arrays.asList(args).subList(2, args.length)) {
            var secret = Files.readString(Path.of(args[1], partner, "secret")).strip();
            var factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + args[0]);
            var context = factory.createContext(partner, secret, JMSContext.AUTO_ACKNOWLEDGE);
            new Thread(() -> read(context, partner)).start();
        }
        System.out.println("reading");
        System.out.flush();
    }

    private static void read(JMSContext partner, String name) {
        try (var consumer = partner.createConsumer(partner.createQueue("kapu.out." + name))) {
            while (true) {
                var event = consumer.receiveBody(String.class);
                var came = Instant.now();
                var occurred = OffsetDateTime.parse(one(OCCURRED_AT, event)).toInstant();
                var line = name + " " + one(EVENT_ID, event) + " " + Duration.between(occurred, came).toNanos() / 1000;
                synchronized (System.out) {
                    System.out.println(line);
                    System.out.flush();
                }
            }
        }
    }

    private static String one(Pattern element, String event) {
        var found = element.matcher(event);
        if (!found.find()) {
            throw new IllegalStateException("an event without " + element);
        }
        return found.group(1);
    }
}
