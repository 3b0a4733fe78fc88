package org.pergola.courses;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.pergola.api.data.Column;
import org.pergola.learning.api.LearnableRef.State;

/** Reads courses for lists. */
final class CourseRows {

    private static final Table<Record> COURSE = Column.table("courses_course");
    private static final Field<UUID> ID = Column.uuid("courses_course", "id");
    private static final Field<String> TITLE = Column.string("courses_course", "title");
    private static final Field<String> TITLE_FOLDED = Column.string("courses_course", "title_folded");
    private static final Field<String> SUMMARY = Column.string("courses_course", "summary");
    private static final Field<String> STATE = Column.string("courses_course", "state");
    private static final Field<Long> SEED = Column.bigint("courses_course", "seed");
    private static final Field<Instant> CHANGED = Column.instant("courses_course", "changed");
    private static final Field<Instant> BINNED = Column.instant("courses_course", "binned");
    private static final Field<Long> ROW_VERSION = Column.bigint("courses_course", "row_version");
    private static final Table<Record> ACTIVITY = Column.table("courses_activity");
    private static final Field<UUID> ACTIVITY_COURSE = Column.uuid("courses_activity", "course_id");
    private static final Field<String> ACTIVITY_TYPE = Column.string("courses_activity", "activity_type");
    private static final Field<Instant> ACTIVITY_REMOVED = Column.instant("courses_activity", "removed");

    private CourseRows() {
    }

    /** By title; those behind the cursor. */
    static List<Course.Row> list(DSLContext sql, Courses.Query query, int limit) {
        Field<Integer> activities = DSL.field(DSL.select(DSL.count()).from(ACTIVITY).where(ACTIVITY_COURSE.eq(ID))
                .and(ACTIVITY_REMOVED.isNull())).as("activities");
        return sql.select(ID, TITLE, SUMMARY, STATE, SEED, CHANGED, BINNED, ROW_VERSION, activities).from(COURSE)
                .where(matching(query)).and(behind(sql, query.after())).orderBy(TITLE_FOLDED, ID).limit(limit)
                .fetch(row -> new Course.Row(row.get(ID), row.get(TITLE), row.get(SUMMARY),
                        State.valueOf(row.get(STATE)), row.get(SEED), row.get(activities), row.get(CHANGED),
                        row.get(BINNED) != null, row.get(ROW_VERSION)));
    }

    static long count(DSLContext sql, Courses.Query query) {
        return sql.selectCount().from(COURSE).where(matching(query)).fetchSingle().value1();
    }

    /** How many courses have an activity of this type; of any for an empty one. */
    static long using(DSLContext sql, String type) {
        return sql.select(DSL.countDistinct(ACTIVITY_COURSE)).from(ACTIVITY).join(COURSE).on(ID.eq(ACTIVITY_COURSE))
                .where(ACTIVITY_REMOVED.isNull()).and(BINNED.isNull())
                .and(type.isEmpty() ? DSL.noCondition() : ACTIVITY_TYPE.eq(type)).fetchSingle().value1();
    }

    private static Condition matching(Courses.Query query) {
        Condition condition = query.binned() ? BINNED.isNotNull() : BINNED.isNull();
        if (query.state().isPresent()) {
            condition = condition.and(STATE.eq(query.state().get().name()));
        }
        for (String word : query.words().toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!word.isEmpty()) {
                condition = condition.and(TITLE_FOLDED.contains(word));
            }
        }
        return condition;
    }

    private static Condition behind(DSLContext sql, Optional<UUID> after) {
        return after.flatMap(id -> sql.select(TITLE_FOLDED).from(COURSE).where(ID.eq(id)).fetchOptional(TITLE_FOLDED)
                .map(title -> TITLE_FOLDED.gt(title).or(TITLE_FOLDED.eq(title).and(ID.gt(id)))))
                .orElseGet(DSL::noCondition);
    }
}
