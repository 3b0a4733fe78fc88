package org.pergola.ui;

/** Where a page lives, and so which frame is around it. @since 0.1 */
public enum Area {
    /** For whoever administers, below {@code /admin}. */
    ADMIN("/admin"),
    /** For everybody who has signed in. */
    PORTAL(""),
    /** For strangers too. */
    PUBLIC("");

    private final String root;

    Area(String root) {
        this.root = root;
    }

    /** What stands before a view's path in an address: {@code /admin}, or nothing. */
    public String root() {
        return root;
    }

    /** The address of a path in this area, from the host's root. */
    public String address(String path) {
        return root + "/" + path;
    }
}
