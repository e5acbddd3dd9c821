package dev.kapu.soap;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;

/** Ends at a deadline, however the bytes trickle; one read may last as long as the connector's upload timeout. */
final class TimelyInput extends ServletInputStream {
    private final ServletInputStream input;
    private final long deadline;
    private final HttpServletResponse response;
    private boolean touched;
    private boolean complete;
    private boolean ended;

    TimelyInput(ServletInputStream input, long deadline, HttpServletResponse response) {
        this.input = input;
        this.deadline = deadline;
        this.response = response;
    }

    boolean untouched() {
        return !touched;
    }

    /** Whether everything has been read. */
    boolean complete() {
        return complete;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        touched = true;
        if (ended || System.nanoTime() - deadline > 0) {
            throw closing(new InterruptedIOException("too slow"));
        }
        try {
            int read = input.read(into, from, length);
            complete |= read < 0;
            return read;
        } catch (IOException broken) {
            throw closing(broken);
        }
    }

    /** Nothing more comes: who would read on, would wait as long again. */
    private IOException closing(IOException why) {
        ended = true;
        if (!response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
        return why;
    }

    /** What is left is read after the answer. */
    @Override
    public void close() {}

    @Override
    public boolean isFinished() {
        return input.isFinished();
    }

    @Override
    public boolean isReady() {
        return input.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("read as it comes");
    }
}
