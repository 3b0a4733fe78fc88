package org.pergola.kernel.access;

/** The kernel's own kinds of places where a role can be granted. */
public final class Scope {

    public static final String EVERYWHERE = "everywhere";
    public static final String UNIT = "unit";

    private Scope() {
    }
}
