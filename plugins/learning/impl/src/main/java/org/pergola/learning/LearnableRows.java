package org.pergola.learning;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;
import org.pergola.learning.api.LearnableRef;
import org.pergola.learning.api.LearnableRef.State;

/** Reads projections for lists. */
final class LearnableRows {

    static final Table<Record> TABLE = Column.table("learning_learnable");
    static final Field<UUID> ID = Column.uuid("learning_learnable", "id");
    private static final Field<String> KIND = Column.string("learning_learnable", "kind");
    private static final Field<Integer> VERSION = Column.integer("learning_learnable", "version");
    private static final Field<String> TITLE = Column.string("learning_learnable", "title");
    private static final Field<String> TITLE_FOLDED = Column.string("learning_learnable", "title_folded");
    private static final Field<String> SUMMARY = Column.string("learning_learnable", "summary");
    private static final Field<String> STATE = Column.string("learning_learnable", "state");
    private static final Field<Long> SEED = Column.bigint("learning_learnable", "seed");

    private LearnableRows() {
    }

    static Map<UUID, LearnableRef> byIds(DSLContext sql, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : sql.select(fields()).from(TABLE).where(ID.in(ids))
                .fetchMap(ID, LearnableRows::read);
    }

    /** Titles that hold every one of the words. */
    static List<LearnableRef> published(DSLContext sql, String words, int limit, int offset) {
        return sql.select(fields()).from(TABLE).where(matching(words)).orderBy(TITLE_FOLDED, ID).limit(limit)
                .offset(offset).fetch(LearnableRows::read);
    }

    static long countPublished(DSLContext sql, String words) {
        return sql.selectCount().from(TABLE).where(matching(words)).fetchSingle().value1();
    }

    private static Condition matching(String words) {
        Condition condition = STATE.eq(State.PUBLISHED.name());
        for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!word.isEmpty()) {
                condition = condition.and(TITLE_FOLDED.contains(word));
            }
        }
        return condition;
    }

    private static List<Field<?>> fields() {
        return List.of(ID, KIND, VERSION, TITLE, SUMMARY, STATE, SEED);
    }

    private static LearnableRef read(Record row) {
        return new LearnableRef(row.get(ID), row.get(KIND), row.get(VERSION), row.get(TITLE), row.get(SUMMARY),
                State.valueOf(row.get(STATE)), row.get(SEED));
    }
}
