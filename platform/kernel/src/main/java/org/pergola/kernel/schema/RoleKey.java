package org.pergola.kernel.schema;

/** The suggested roles that the kernel itself knows. */
public final class RoleKey {

    /** Has every permission, future ones too. */
    public static final String ADMINISTRATOR = "administrator";

    /** Everybody whose account is active has it, without a grant. */
    public static final String LEARNER = "learner";

    private RoleKey() {
    }
}
