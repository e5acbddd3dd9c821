package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.Patience;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimelyRequestTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final Trickle trickle = new Trickle();

    private TimelyRequest request(Duration patience) {
        return new TimelyRequest(trickle.request(), response, patience);
    }

    @Test
    void a_body_that_only_trickles_is_incomplete_and_the_connection_ends() throws IOException {
        var incoming = Incoming.of(request(Duration.ofSeconds(1)));
        var into = new ByteArrayOutputStream();

        assertThatThrownBy(() -> incoming.body().read(Integer.MAX_VALUE - 1, into))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.INCOMPLETE));
        assertThat(into.size()).isPositive();
        assertThat(response.getHeader("Connection")).isEqualTo("close");
    }

    @Test
    void what_is_left_is_read_away_no_further_than_the_limit() throws IOException {
        var request = request(Patience.LIMIT);
        request.getInputStream().read();

        request.readAway(1_000);

        assertThat(trickle.given).isBetween(1_000L, 1_010L);
    }

    @Test
    void what_is_left_is_read_away_until_the_same_deadline() {
        var request = request(Duration.ofMillis(100));

        request.readAway(Long.MAX_VALUE);

        assertThatThrownBy(() -> request.getInputStream().read()).isInstanceOf(IOException.class);
    }

    @Test
    void after_a_pause_that_was_too_long_nobody_waits_again() throws IOException {
        var request = request(Patience.LIMIT);
        var body = request.getInputStream();
        trickle.pausing = true;
        assertThatThrownBy(() -> body.read(new byte[10])).isInstanceOf(SocketTimeoutException.class);
        trickle.pausing = false;

        request.readAway(1_000);

        assertThat(trickle.given).isZero();
    }

    /** Gives a byte whenever it is asked, for ever. */
    private static final class Trickle extends ServletInputStream {
        long given;
        boolean pausing;

        MockHttpServletRequest request() {
            return new MockHttpServletRequest() {
                @Override
                public ServletInputStream getInputStream() {
                    return Trickle.this;
                }
            };
        }

        @Override
        public int read() {
            given++;
            return 'a';
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (pausing) {
                throw new SocketTimeoutException("nothing came");
            }
            into[from] = (byte) read();
            return 1;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {}
    }
}
