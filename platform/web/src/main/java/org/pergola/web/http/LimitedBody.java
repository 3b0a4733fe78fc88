package org.pergola.web.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/** A body that is refused as soon as it is longer than it may be. */
public final class LimitedBody extends FilterInputStream {

    private final long limit;
    private long read;

    public LimitedBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    public static Refused tooLarge(long limit) {
        return new Refused(Refused.Kind.TOO_LARGE, Text.of("web.too_large", limit / (1024 * 1024)));
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int some = super.read(bytes, offset, length);
        count(Math.max(some, 0));
        return some;
    }

    @Override
    public long skip(long wished) throws IOException {
        long skipped = super.skip(wished);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) {
        read += more;
        if (read > limit) {
            throw tooLarge(limit);
        }
    }
}
