package dev.kapu.soap;

import dev.kapu.PartnerClient;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request written by hand to the plain port: for what no HTTP client would send. */
final class RawRequest implements AutoCloseable {
    private final Socket socket;

    RawRequest(int port, String secret, String headers) throws IOException {
        this(port, "IdCards", secret, headers);
    }

    RawRequest(int port, String service, String secret, String headers) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        send(("POST /services/" + service
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/xml\r\n"
                        + "Authorization: " + PartnerClient.basic("school-program", secret) + "\r\n" + headers
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    OutputStream body() throws IOException {
        return socket.getOutputStream();
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** One chunk of a chunked body. */
    void chunk(byte[] bytes) throws IOException {
        send((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        send(bytes);
        send("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    void breakOff() throws IOException {
        socket.shutdownOutput();
    }

    /** All that the hub says until it closes. */
    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
