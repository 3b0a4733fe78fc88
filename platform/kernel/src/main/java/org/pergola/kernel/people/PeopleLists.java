package org.pergola.kernel.people;

import static org.pergola.kernel.schema.Tables.ANCESTOR;
import static org.pergola.kernel.schema.Tables.AVATAR;
import static org.pergola.kernel.schema.Tables.CLOSURE;
import static org.pergola.kernel.schema.Tables.CREATED;
import static org.pergola.kernel.schema.Tables.DESCENDANT;
import static org.pergola.kernel.schema.Tables.EMAIL;
import static org.pergola.kernel.schema.Tables.FIRST_NAME;
import static org.pergola.kernel.schema.Tables.LAST_NAME;
import static org.pergola.kernel.schema.Tables.LAST_SEEN;
import static org.pergola.kernel.schema.Tables.MEMBER;
import static org.pergola.kernel.schema.Tables.MEMBERSHIP;
import static org.pergola.kernel.schema.Tables.MEMBER_UNIT;
import static org.pergola.kernel.schema.Tables.SORT_KEY;
import static org.pergola.kernel.schema.Tables.STATUS;
import static org.pergola.kernel.schema.Tables.USER;
import static org.pergola.kernel.schema.Tables.USERNAME;
import static org.pergola.kernel.schema.Tables.USER_ID;
import static org.pergola.kernel.schema.Tables.USER_VERSION;
import static org.pergola.kernel.schema.Tables.WORD;
import static org.pergola.kernel.schema.Tables.WORD_TEXT;
import static org.pergola.kernel.schema.Tables.WORD_USER;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.pergola.api.error.Refused;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.people.PersonRef;
import org.pergola.api.text.Text;
import org.pergola.kernel.schema.Folded;

/** Reads accounts for lists: by sort key, page after page. */
final class PeopleLists {

    private static final int MOST = 1000;
    private static final int WORDS = 8;
    private static final int CHUNK = 500;

    private final DSLContext sql;
    private final Instant now;

    PeopleLists(DSLContext sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    Map<UUID, PersonRef> refs(Collection<UUID> ids) {
        Map<UUID, PersonRef> refs = new HashMap<>();
        List<UUID> distinct = ids.stream().distinct().toList();
        for (int from = 0; from < distinct.size(); from += CHUNK) {
            sql.select(USER_ID, FIRST_NAME, LAST_NAME, AVATAR).from(USER)
                    .where(USER_ID.in(distinct.subList(from, Math.min(from + CHUNK, distinct.size()))))
                    .forEach(row -> refs.put(row.get(USER_ID), new PersonRef(row.get(USER_ID),
                            (row.get(FIRST_NAME) + " " + row.get(LAST_NAME)).trim(),
                            Optional.ofNullable(row.get(AVATAR)))));
        }
        return refs;
    }

    Optional<Person> one(Condition which) {
        List<Person> found = persons(sql.select(columns()).from(USER).where(which).limit(1).fetch());
        return found.stream().findFirst();
    }

    People.Page<Person> page(People.ListRequest request, Condition visible) {
        int limit = Math.clamp(request.limit(), 1, MOST);
        Condition after = request.cursor().map(PeopleLists::after).orElse(DSL.trueCondition());
        List<Record> rows = List.copyOf(sql.select(columns()).from(USER)
                .where(visible).and(matches(request)).and(after).orderBy(SORT_KEY, USER_ID).limit(limit + 1).fetch());
        boolean more = rows.size() > limit;
        List<Record> shown = more ? rows.subList(0, limit) : rows;
        Optional<String> next = more ? Optional.of(cursor(shown.get(limit - 1))) : Optional.empty();
        return new People.Page<>(persons(shown), next);
    }

    long count(People.ListRequest request, Condition visible) {
        return sql.selectCount().from(USER).where(visible).and(matches(request)).fetchSingle().value1();
    }

    private static org.jooq.SelectFieldOrAsterisk[] columns() {
        return new org.jooq.SelectFieldOrAsterisk[] {USER_ID, USERNAME, EMAIL, FIRST_NAME, LAST_NAME, SORT_KEY,
            STATUS, LAST_SEEN, CREATED, USER_VERSION};
    }

    /** Each word of the query begins a word of the person. */
    private Condition matches(People.ListRequest request) {
        Condition condition = DSL.trueCondition();
        String[] words = Folded.plain(request.query()).split("\\s+");
        for (int i = 0; i < Math.min(words.length, WORDS); i++) {
            if (!words[i].isEmpty()) {
                condition = condition.and(DSL.exists(DSL.selectOne().from(WORD).where(WORD_USER.eq(USER_ID))
                        .and(WORD_TEXT.ge(words[i])).and(WORD_TEXT.lt(words[i] + Character.MAX_VALUE))));
            }
        }
        if (request.unit().isPresent()) {
            condition = condition.and(DSL.exists(DSL.selectOne().from(MEMBERSHIP).join(CLOSURE)
                    .on(DESCENDANT.eq(MEMBER_UNIT)).where(MEMBER.eq(USER_ID)).and(ANCESTOR.eq(request.unit().get()))
                    .and(Membership.inForce(now))));
        }
        return condition;
    }

    private static String cursor(Record last) {
        return last.get(USER_ID) + last.get(SORT_KEY);
    }

    private static Condition after(String cursor) {
        if (cursor.length() < 36) {
            throw new Refused(Refused.Kind.MALFORMED, Text.of("kernel.list.cursor"), "cursor");
        }
        UUID id;
        try {
            id = UUID.fromString(cursor.substring(0, 36));
        } catch (IllegalArgumentException e) {
            throw new Refused(Refused.Kind.MALFORMED, Text.of("kernel.list.cursor"), "cursor").because(e);
        }
        String key = cursor.substring(36);
        return SORT_KEY.gt(key).or(SORT_KEY.eq(key).and(USER_ID.gt(id)));
    }

    private List<Person> persons(List<? extends Record> rows) {
        Map<UUID, UUID> units = new HashMap<>();
        List<UUID> ids = rows.stream().map(row -> row.get(USER_ID)).toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            sql.select(MEMBER, MEMBER_UNIT).from(MEMBERSHIP)
                    .where(MEMBER.in(ids.subList(from, Math.min(from + CHUNK, ids.size()))))
                    .and(Membership.inForce(now)).forEach(row -> units.put(row.get(MEMBER), row.get(MEMBER_UNIT)));
        }
        return rows.stream().map(row -> new Person(row.get(USER_ID), row.get(USERNAME), row.get(EMAIL),
                row.get(FIRST_NAME), row.get(LAST_NAME), Person.Status.valueOf(row.get(STATUS)),
                Optional.ofNullable(units.get(row.get(USER_ID))), Optional.ofNullable(row.get(LAST_SEEN)),
                row.get(CREATED), row.get(USER_VERSION))).toList();
    }
}
