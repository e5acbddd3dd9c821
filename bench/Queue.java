import jakarta.jms.JMSContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * The card office at the hub's broker. {@code take PORT SECRET} prints the id of each event in its queue and takes it: a
 * browser may end before the pages on the disk are read. {@code ask PORT SECRET PEOPLE} asks for cardholders until it is
 * killed, whether the broker is there or not, and prints the id of each message that was answered without a fault.
 */
final class Queue {
    private static final String PARTNER = "id-card-office";
    private static final Pattern EVENT_ID = Pattern.compile("eventId>([^<]+)<");
    private static final String ENVELOPE = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>\
            <x:id xmlns:x="http://x-road.eu/xsd/xroad.xsd">%s</x:id></s:Header><s:Body>\
            <getCardholder xmlns="urn:kapu:id-cards:v1"><educationId>%s</educationId>\
            <institutionCode>%s</institutionCode></getCardholder></s:Body></s:Envelope>""";

    public static void main(String[] args) throws Exception {
        var secret = Files.readString(Path.of(args[2])).strip();
        var people = args[0].equals("ask") ? Files.readAllLines(Path.of(args[3])) : List.<String>of();
        do {
            try (var factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + args[1] + "?callTimeout=10000");
                    var office = factory.createContext(PARTNER, secret)) {
                if (people.isEmpty()) {
                    take(office);
                    return;
                }
                ask(office, people);
            } catch (Exception theHubIsNotThere) {
                if (people.isEmpty()) {
                    throw theHubIsNotThere;
                }
                Thread.sleep(50);
            }
        } while (true);
    }

    private static void take(JMSContext office) throws Exception {
        try (var events = office.createConsumer(office.createQueue("kapu.out." + PARTNER))) {
            for (var message = events.receive(10_000); message != null; message = events.receive(10_000)) {
                var id = EVENT_ID.matcher(message.getBody(String.class));
                System.out.println(id.find() ? id.group(1) : "none");
            }
        }
    }

    private static void ask(JMSContext office, List<String> people) throws Exception {
        var replies = office.createQueue("kapu.replies." + PARTNER);
        while (true) {
            var person = people.get(ThreadLocalRandom.current().nextInt(people.size())).split(" ");
            var id = UUID.randomUUID().toString();
            office.createProducer()
                    .setJMSReplyTo(replies)
                    .setJMSCorrelationID(id)
                    .setProperty("SOAPJMS_contentType", "text/xml; charset=UTF-8")
                    .send(office.createQueue("kapu.requests.IdCards"), ENVELOPE.formatted(id, person[0], person[1]));
            try (var answers = office.createConsumer(replies, "JMSCorrelationID = '" + id + "'")) {
                var answer = answers.receive(10_000);
                if (answer != null && answer.getBody(String.class).contains("getCardholderResponse")) {
                    System.out.println(id);
                    System.out.flush();
                }
            }
        }
    }
}
