package dev.kapu.external;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** An answer without end is cut off. */
final class BoundedInput extends AbstractPhaseInterceptor<Message> {
    private final long most;

    BoundedInput(long most) {
        super(Phase.RECEIVE);
        this.most = most;
    }

    @Override
    public void handleMessage(Message message) throws Fault {
        var content = message.getContent(InputStream.class);
        if (content != null) {
            message.setContent(InputStream.class, new Bounded(content, most));
        }
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream content, long most) {
            super(content);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return one < 0 ? one : counted(1, one);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int bytes, int result) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("the answer is too long");
            }
            return result;
        }
    }
}
