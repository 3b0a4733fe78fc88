package org.pergola.web.resources;

import java.util.List;
import java.util.function.Function;
import org.pergola.api.rest.ListQuery;
import org.pergola.api.rest.Page;

/** Pages of the short lists that the kernel gives whole. */
final class Pages {

    private Pages() {
    }

    /** The rows behind the one whose key the cursor names; all where it names none. */
    static <T> Page<T> of(List<T> all, ListQuery query, Function<T, String> key) {
        int from = 0;
        for (int i = 0; i < all.size() && query.cursor().isPresent(); i++) {
            if (key.apply(all.get(i)).equals(query.cursor().get())) {
                from = i + 1;
            }
        }
        int to = Math.min(all.size(), from + query.limit() + 1);
        return Page.cut(all.subList(from, to), query.limit(), key);
    }
}
