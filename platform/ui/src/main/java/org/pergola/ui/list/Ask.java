package org.pergola.ui.list;

/**
 * Which rows a list wants to show.
 *
 * @param offset how many rows come before
 * @param limit  how many at most
 * @param search what the person has typed; empty for all
 * @param view   the id of the chosen view (chip); empty without one
 * @since 0.1
 */
public record Ask(int offset, int limit, String search, String view) {
}
