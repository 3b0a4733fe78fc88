package org.pergola.kernel.schema;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;

/** The columns of people, org units, roles and grants. */
public final class Tables {

    public static final Table<Record> USER = Column.table("kernel_user");
    public static final Field<UUID> USER_ID = Column.uuid("kernel_user", "id");
    public static final Field<String> USERNAME = Column.string("kernel_user", "username");
    public static final Field<String> USERNAME_KEY = Column.string("kernel_user", "username_key");
    public static final Field<String> EMAIL = Column.string("kernel_user", "email");
    public static final Field<String> EMAIL_KEY = Column.string("kernel_user", "email_key");
    public static final Field<String> FIRST_NAME = Column.string("kernel_user", "first_name");
    public static final Field<String> LAST_NAME = Column.string("kernel_user", "last_name");
    public static final Field<String> SORT_KEY = Column.string("kernel_user", "sort_key");
    public static final Field<String> AVATAR = Column.string("kernel_user", "avatar");
    public static final Field<String> STATUS = Column.string("kernel_user", "status");
    public static final Field<Long> GENERATION = Column.bigint("kernel_user", "generation");
    public static final Field<Instant> LAST_SEEN = Column.instant("kernel_user", "last_seen");
    public static final Field<Instant> CREATED = Column.instant("kernel_user", "created");
    public static final Field<Long> USER_VERSION = Column.bigint("kernel_user", "version");

    /** Every word of a person's name, username and e-mail, folded: what a search finds. */
    public static final Table<Record> WORD = Column.table("kernel_user_word");
    public static final Field<UUID> WORD_USER = Column.uuid("kernel_user_word", "user_id");
    public static final Field<String> WORD_TEXT = Column.string("kernel_user_word", "word");

    public static final Table<Record> UNIT = Column.table("kernel_org_unit");
    public static final Field<UUID> UNIT_ID = Column.uuid("kernel_org_unit", "id");
    public static final Field<String> UNIT_NAME = Column.string("kernel_org_unit", "name");
    public static final Field<UUID> UNIT_PARENT = Column.uuid("kernel_org_unit", "parent_id");
    public static final Field<Instant> UNIT_DELETED = Column.instant("kernel_org_unit", "deleted");
    public static final Field<Long> UNIT_VERSION = Column.bigint("kernel_org_unit", "version");

    /** Each unit with each of its ancestors, itself at depth 0. */
    public static final Table<Record> CLOSURE = Column.table("kernel_org_closure");
    public static final Field<UUID> ANCESTOR = Column.uuid("kernel_org_closure", "ancestor_id");
    public static final Field<UUID> DESCENDANT = Column.uuid("kernel_org_closure", "descendant_id");
    public static final Field<Integer> DEPTH = Column.integer("kernel_org_closure", "depth");

    public static final Table<Record> MEMBERSHIP = Column.table("kernel_membership");
    public static final Field<UUID> MEMBERSHIP_ID = Column.uuid("kernel_membership", "id");
    public static final Field<UUID> MEMBER = Column.uuid("kernel_membership", "user_id");
    public static final Field<UUID> MEMBER_UNIT = Column.uuid("kernel_membership", "unit_id");
    public static final Field<Instant> MEMBER_FROM = Column.instant("kernel_membership", "valid_from");
    public static final Field<Instant> MEMBER_TO = Column.instant("kernel_membership", "valid_to");

    public static final Table<Record> ROLE = Column.table("kernel_role");
    public static final Field<UUID> ROLE_ID = Column.uuid("kernel_role", "id");
    public static final Field<String> ROLE_KEY = Column.string("kernel_role", "role_key");
    public static final Field<String> ROLE_NAME = Column.string("kernel_role", "name");
    public static final Field<String> ROLE_NAME_KEY = Column.string("kernel_role", "name_key");
    public static final Field<Boolean> ROLE_SUGGESTED = Column.bool("kernel_role", "suggested");
    public static final Field<Long> ROLE_VERSION = Column.bigint("kernel_role", "version");

    public static final Table<Record> ROLE_PERMISSION = Column.table("kernel_role_permission");
    public static final Field<UUID> PERMISSION_ROLE = Column.uuid("kernel_role_permission", "role_id");
    public static final Field<String> PERMISSION = Column.string("kernel_role_permission", "permission");

    /** Suggestions that were taken up once, so that none comes back after somebody has taken it out. */
    public static final Table<Record> SUGGESTED = Column.table("kernel_role_suggestion");
    public static final Field<UUID> SUGGESTED_ROLE = Column.uuid("kernel_role_suggestion", "role_id");
    public static final Field<String> SUGGESTED_PERMISSION = Column.string("kernel_role_suggestion", "permission");

    public static final Table<Record> GRANT = Column.table("kernel_grant");
    public static final Field<UUID> GRANT_ID = Column.uuid("kernel_grant", "id");
    public static final Field<UUID> GRANT_USER = Column.uuid("kernel_grant", "user_id");
    public static final Field<UUID> GRANT_ROLE = Column.uuid("kernel_grant", "role_id");
    public static final Field<String> GRANT_SCOPE = Column.string("kernel_grant", "scope_type");
    public static final Field<UUID> GRANT_SCOPE_ID = Column.uuid("kernel_grant", "scope_id");
    public static final Field<Instant> GRANT_FROM = Column.instant("kernel_grant", "valid_from");
    public static final Field<Instant> GRANT_TO = Column.instant("kernel_grant", "valid_to");
    public static final Field<UUID> GRANT_BY = Column.uuid("kernel_grant", "granted_by");

    /** Rows that are locked by changing them, where a rule spans more than one row. */
    public static final Table<Record> LATCH = Column.table("kernel_latch");
    public static final Field<String> LATCH_NAME = Column.string("kernel_latch", "name");
    public static final Field<Long> LATCH_TURNS = Column.bigint("kernel_latch", "turns");

    private Tables() {
    }
}
