package org.pergola.web.content;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pergola.web.http.Problem;

/**
 * A file that never changes, as an answer: with its tag, in parts where asked, and as a download where it is nothing
 * that a browser shows.
 *
 * @param name  what it is called; its last extension tells the type
 * @param tag   of its bytes, without quotes
 * @param cache the Cache-Control of it
 */
record StoredFile(String name, String tag, long size, String cache, Source source) {

    /** Opens the bytes. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, MimeTypes.of(name), false);
    }

    /**
     * @param type     its type where a browser may show it, else it is a download
     * @param download whether it is one in any case
     */
    void answer(HttpServletRequest request, HttpServletResponse response, Optional<String> type, boolean download)
            throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            Problem.of(405, "A file can only be read.").write(response);
            return;
        }
        response.setHeader("ETag", '"' + tag + '"');
        response.setHeader("Cache-Control", cache);
        response.setHeader("Accept-Ranges", "bytes");
        if (matches(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        describe(response, type, download);
        ByteRange.Asked asked = ByteRange.of(range(request), size);
        switch (asked) {
            case ByteRange.Asked.Whole whole -> send(request, response, new ByteRange(0, size - 1));
            case ByteRange.Asked.Part part -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader("Content-Range",
                        "bytes " + part.range().first() + "-" + part.range().last() + "/" + size);
                send(request, response, part.range());
            }
            case ByteRange.Asked.Nowhere nowhere -> {
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader("Content-Range", "bytes */" + size);
            }
        }
    }

    private void describe(HttpServletResponse response, Optional<String> type, boolean download) {
        response.setContentType(type.orElse("application/octet-stream"));
        if (type.isEmpty() || download) {
            String last = name.substring(name.lastIndexOf('/') + 1);
            response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''"
                    + URLEncoder.encode(last, StandardCharsets.UTF_8).replace("+", "%20"));
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, ByteRange range) throws IOException {
        response.setContentLengthLong(range.length());
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        try (InputStream bytes = source.open()) {
            bytes.skipNBytes(range.first());
            copy(bytes, response.getOutputStream(), range.length());
        }
    }

    private static void copy(InputStream from, OutputStream to, long length) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long left = length;
        while (left > 0) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("A file ends before its size");
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    /** A range counts only of the version that the browser has. */
    private Optional<String> range(HttpServletRequest request) {
        String condition = request.getHeader("If-Range");
        return condition == null || condition.equals('"' + tag + '"') ? Optional.ofNullable(request.getHeader("Range"))
                : Optional.empty();
    }

    private boolean matches(String header) {
        return header != null && (header.strip().equals("*") || header.contains('"' + tag + '"'));
    }
}
