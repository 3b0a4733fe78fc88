package org.pergola.web.rest;

import java.util.List;
import java.util.Optional;

/** What is said to those who have not signed in. */
final class Challenge {

    private Challenge() {
    }

    /**
     * Programs are told of both ways. A browser is not told of Basic: it would ask for the password itself, and keep
     * sending it to whatever runs on this origin.
     *
     * @param fetchSite the header that only browsers send; null for none
     */
    static List<String> of(String fetchSite) {
        return Optional.ofNullable(fetchSite).isPresent() ? List.of("Bearer realm=\"Pergola\"")
                : List.of("Basic realm=\"Pergola\", charset=\"UTF-8\"", "Bearer realm=\"Pergola\"");
    }
}
