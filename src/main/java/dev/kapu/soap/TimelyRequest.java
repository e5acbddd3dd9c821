package dev.kapu.soap;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request whose body must arrive within a time. */
final class TimelyRequest extends HttpServletRequestWrapper {
    private final HttpServletResponse response;
    private final long deadline;
    private @Nullable TimelyInput body;

    TimelyRequest(HttpServletRequest request, HttpServletResponse response, Duration patience) {
        super(request);
        this.response = response;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body();
    }

    /**
     * Sends the answer and then reads and drops what is left of the body, unless the sender waits for leave to send it
     * (RFC 9110, 10.1.1).
     */
    void readAway(long most) {
        try {
            var left = body();
            if (left.complete()) {
                return;
            }
            response.flushBuffer();
            if (left.untouched() && getHeader("Expect") != null) {
                return;
            }
            var dropped = new byte[16_384];
            long read = 0;
            for (int now; read <= most && (now = left.read(dropped, 0, dropped.length)) >= 0; ) {
                read += now;
            }
        } catch (IOException goneOrTooSlow) {
            // Tomcat closes a connection on which something unread is left.
        }
    }

    private TimelyInput body() throws IOException {
        var opened = body;
        if (opened == null) {
            opened = new TimelyInput(super.getInputStream(), deadline, response);
            body = opened;
        }
        return opened;
    }
}
