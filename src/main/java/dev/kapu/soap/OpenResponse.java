package dev.kapu.soap;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Leaves it to the container to close the response: with it Tomcat closes the request, of which something may be left. */
final class OpenResponse extends HttpServletResponseWrapper {
    OpenResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return new Open(super.getOutputStream());
    }

    /** So that a short answer goes with its length: the container knows it when it closes. */
    @Override
    public void flushBuffer() {}

    private static final class Open extends ServletOutputStream {
        private final ServletOutputStream output;

        private Open(ServletOutputStream output) {
            this.output = output;
        }

        @Override
        public void write(int one) throws IOException {
            output.write(one);
        }

        @Override
        public void write(byte[] from, int at, int length) throws IOException {
            output.write(from, at, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public boolean isReady() {
            return output.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            output.setWriteListener(listener);
        }
    }
}
