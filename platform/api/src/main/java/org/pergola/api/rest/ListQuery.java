package org.pergola.api.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/**
 * What every list can be asked: {@code ?limit=&cursor=&q=&sort=}. A parameter of the resource method:
 * {@code @BeanParam ListQuery query}.
 *
 * @since 0.1
 */
public final class ListQuery {

    /** Without {@code limit}. */
    public static final int DEFAULT_LIMIT = 50;

    /** Larger limits are cut to it. */
    public static final int MAX_LIMIT = 1000;

    private final int limit;
    private final Optional<String> cursor;
    private final String words;
    private final String sort;

    public ListQuery(@QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @DefaultValue("") String cursor, @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("sort") @DefaultValue("") String sort) {
        this.limit = Math.clamp(limit, 1, MAX_LIMIT);
        this.cursor = cursor.isBlank() ? Optional.empty() : Optional.of(cursor);
        this.words = words.strip();
        this.sort = sort.strip();
    }

    /** 1 to 1000. */
    public int limit() {
        return limit;
    }

    /** As {@link Page#next} gave it. */
    public Optional<String> cursor() {
        return cursor;
    }

    /** What is searched for; empty for all. */
    public String words() {
        return words;
    }

    /** A field's name, with a leading {@code -} for descending; empty for the list's own order. */
    public String sort() {
        return sort;
    }
}
