package dev.kapu.start;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A few clients that ask for one cardholder again and again, until the hub lets nobody in. */
final class Load {
    private static final int CLIENTS = 4;

    /** @param status 0 if the hub closed the connection instead */
    record Answer(String messageId, int status, String body) {
        boolean came() {
            return status != 0;
        }

        boolean isSoap() {
            return (status == 200 || status == 500) && body.contains("Envelope");
        }
    }

    private final URI address;
    private final String secret;
    private final String question;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();

    /** @param question an envelope with the message id {@code first-question} */
    Load(String base, String secret, String question) {
        this.address = URI.create(base + "/services/IdCards");
        this.secret = secret;
        this.question = question;
    }

    Load begin() {
        for (int i = 0; i < CLIENTS; i++) {
            var client = new Thread(this::askOn, "client-" + i);
            clients.add(client);
            client.start();
        }
        return this;
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Until every client has found the door closed. */
    List<Answer> end() throws InterruptedException {
        for (var client : clients) {
            client.join();
        }
        return answers();
    }

    private void askOn() {
        var client = HttpClient.newHttpClient();
        try {
            while (true) {
                var id = UUID.randomUUID().toString();
                try {
                    var answer = client.send(request(id), BodyHandlers.ofString());
                    answers.add(new Answer(id, answer.statusCode(), answer.body()));
                } catch (ConnectException closed) {
                    return;
                } catch (IOException broken) {
                    answers.add(new Answer(id, 0, ""));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(String id) {
        var credential =
                Base64.getEncoder().encodeToString(("id-card-office:" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Basic " + credential)
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(question.replace("first-question", id)))
                .build();
    }
}
