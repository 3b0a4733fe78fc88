package org.pergola.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/**
 * Which parts of a video were seen: each part once, however often it was played; what was jumped over is not in it.
 * Sorted, apart from each other.
 */
record Spans(List<Span> spans) {

    static final Spans NONE = new Spans(List.of());

    /** Browsers tell the time a few times a second, so parts that nearly touch are one. */
    private static final long TOUCHING = 500;

    /** More jumps than anybody makes. */
    private static final int MOST = 1000;

    /** In milliseconds from the beginning; {@code to} is not in it. */
    record Span(long from, long to) {

        Span {
            if (from < 0 || to < from) {
                throw malformed();
            }
        }

        long length() {
            return to - from;
        }
    }

    Spans {
        spans = List.copyOf(spans);
    }

    /** As {@link #toString} writes it. @throws Refused (invalid) where it is something else */
    static Spans parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        String[] parts = text.split(",");
        if (parts.length > MOST) {
            throw malformed();
        }
        List<Span> spans = new ArrayList<>(parts.length);
        for (String part : parts) {
            if (!part.matches("\\d{1,12}-\\d{1,12}")) {
                throw malformed();
            }
            int dash = part.indexOf('-');
            spans.add(new Span(Long.parseLong(part.substring(0, dash)), Long.parseLong(part.substring(dash + 1))));
        }
        return of(spans);
    }

    /** In any order, one over the other. */
    static Spans of(List<Span> any) {
        if (any.size() > MOST) {
            throw malformed();
        }
        List<Span> sorted = any.stream().filter(span -> span.length() > 0).sorted(Comparator.comparingLong(Span::from))
                .toList();
        List<Span> apart = new ArrayList<>();
        for (Span span : sorted) {
            Span last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last != null && span.from() <= last.to() + TOUCHING) {
                apart.set(apart.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                apart.add(span);
            }
        }
        return new Spans(apart);
    }

    /** Milliseconds of all together. */
    long total() {
        return spans.stream().mapToLong(Span::length).sum();
    }

    /** What is within a video of this length. */
    Spans within(long length) {
        return of(spans.stream().filter(span -> span.from() < length)
                .map(span -> new Span(span.from(), Math.min(span.to(), length))).toList());
    }

    /**
     * With those of the other as well, but only so much of what is new in it, from the beginning on.
     *
     * @param most milliseconds of what is new
     */
    Spans plus(Spans other, long most) {
        Spans grown = this;
        long left = most;
        for (Span span : other.spans) {
            Spans with = grown.and(span);
            if (with.total() - grown.total() > left) {
                return grown.and(new Span(span.from(), grown.reach(span, left)));
            }
            left -= with.total() - grown.total();
            grown = with;
        }
        return grown;
    }

    private Spans and(Span span) {
        List<Span> all = new ArrayList<>(spans);
        all.add(span);
        return of(all);
    }

    /** Up to where a span may go, so that no more than this is new. */
    private long reach(Span span, long left) {
        long low = span.from();
        long high = span.to();
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (and(new Span(span.from(), middle)).total() - total() <= left) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static Refused malformed() {
        return Refused.invalid("played", Text.of("media.watched.malformed"));
    }

    /** {@code 0-12500,20000-30000}. */
    @Override
    public String toString() {
        return spans.stream().map(span -> span.from() + "-" + span.to()).collect(Collectors.joining(","));
    }
}
