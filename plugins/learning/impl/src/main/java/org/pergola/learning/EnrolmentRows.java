package org.pergola.learning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.pergola.api.data.Column;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolment.Status;

/** Reads enrolments for lists. */
final class EnrolmentRows {

    static final Table<Record> TABLE = Column.table("learning_enrolment");
    static final Field<UUID> ID = Column.uuid("learning_enrolment", "id");
    static final Field<UUID> USER_ID = Column.uuid("learning_enrolment", "user_id");
    static final Field<UUID> LEARNABLE_ID = Column.uuid("learning_enrolment", "learnable_id");
    static final Field<String> STATUS = Column.string("learning_enrolment", "status");
    static final Field<Integer> JUDGE_DUE = Column.integer("learning_enrolment", "judge_due");
    private static final Field<String> KIND = Column.string("learning_enrolment", "kind");
    private static final Field<UUID> RUN_ID = Column.uuid("learning_enrolment", "run_id");
    private static final Field<Integer> CYCLE = Column.integer("learning_enrolment", "cycle");
    private static final Field<Instant> ENROLLED = Column.instant("learning_enrolment", "enrolled");
    private static final Field<Instant> STARTED = Column.instant("learning_enrolment", "started");
    private static final Field<Instant> LAST_SEEN = Column.instant("learning_enrolment", "last_seen");
    private static final Field<Instant> TOUCHED = Column.instant("learning_enrolment", "touched");
    private static final Field<Instant> COMPLETED = Column.instant("learning_enrolment", "completed");
    private static final Field<Double> PROGRESS = Column.decimal("learning_enrolment", "progress");
    private static final Field<Double> SCORE = Column.decimal("learning_enrolment", "score");
    private static final Field<UUID> LAST_ACTIVITY = Column.uuid("learning_enrolment", "last_activity");
    private static final Field<Long> ROW_VERSION = Column.bigint("learning_enrolment", "row_version");
    private static final List<Field<?>> FIELDS = List.of(ID, USER_ID, LEARNABLE_ID, KIND, RUN_ID, CYCLE, STATUS,
            ENROLLED, STARTED, LAST_SEEN, COMPLETED, PROGRESS, SCORE, LAST_ACTIVITY, ROW_VERSION);

    private EnrolmentRows() {
    }

    static Optional<Enrolment> find(DSLContext sql, UUID id) {
        return sql.select(FIELDS).from(TABLE).where(ID.eq(id)).fetchOptional(EnrolmentRows::read);
    }

    static Optional<Enrolment> current(DSLContext sql, UUID learnableId, UUID userId) {
        return sql.select(FIELDS).from(TABLE).where(LEARNABLE_ID.eq(learnableId)).and(USER_ID.eq(userId))
                .orderBy(CYCLE.desc()).limit(1).fetchOptional(EnrolmentRows::read);
    }

    /** The latest cycle of each, those touched last first. */
    static List<Enrolment> latestOf(DSLContext sql, UUID userId, int limit) {
        Table<Record> later = TABLE.as("later");
        return sql.select(FIELDS).from(TABLE).where(USER_ID.eq(userId)).and(STATUS.ne(Status.WITHDRAWN.name()))
                .andNotExists(sql.selectOne().from(later)
                        .where(DSL.field(DSL.name("later", "user_id"), USER_ID.getDataType()).eq(USER_ID))
                        .and(DSL.field(DSL.name("later", "run_id"), RUN_ID.getDataType()).eq(RUN_ID))
                        .and(DSL.field(DSL.name("later", "cycle"), CYCLE.getDataType()).gt(CYCLE)))
                .orderBy(TOUCHED.desc(), ID.desc()).limit(limit).fetch(EnrolmentRows::read);
    }

    static List<Enrolment> historyOf(DSLContext sql, UUID userId, int limit) {
        return sql.select(FIELDS).from(TABLE).where(USER_ID.eq(userId)).orderBy(ENROLLED.desc(), ID.desc())
                .limit(limit).fetch(EnrolmentRows::read);
    }

    static List<Enrolment> of(DSLContext sql, UUID learnableId, Optional<UUID> after, int limit, Condition visible) {
        return sql.select(FIELDS).from(TABLE).where(LEARNABLE_ID.eq(learnableId)).and(visible)
                .and(after.map(ID::gt).orElseGet(DSL::noCondition)).orderBy(ID).limit(limit)
                .fetch(EnrolmentRows::read);
    }

    static Map<UUID, Long> counts(DSLContext sql, Collection<UUID> learnableIds) {
        if (learnableIds.isEmpty()) {
            return Map.of();
        }
        Field<Integer> people = DSL.countDistinct(USER_ID);
        return sql.select(LEARNABLE_ID, people).from(TABLE).where(LEARNABLE_ID.in(learnableIds))
                .and(STATUS.ne(Status.WITHDRAWN.name())).groupBy(LEARNABLE_ID)
                .fetchMap(row -> row.get(LEARNABLE_ID), row -> row.get(people).longValue());
    }

    /** How many people are in how many learnables, not counting what has ended. */
    static Usage usage(DSLContext sql) {
        return usage(sql, DSL.noCondition());
    }

    /** As {@link #usage}, only people who may be seen. Two queries: Derby counts one distinct column in each. */
    static Usage usage(DSLContext sql, Condition visible) {
        return new Usage(distinct(sql, USER_ID, visible), distinct(sql, LEARNABLE_ID, visible));
    }

    private static long distinct(DSLContext sql, Field<UUID> column, Condition visible) {
        return sql.select(DSL.countDistinct(column)).from(TABLE).where(STATUS.eq(Status.ACTIVE.name())).and(visible)
                .fetchSingle().value1();
    }

    static long completedSince(DSLContext sql, Instant since, Condition visible) {
        return sql.selectCount().from(TABLE).where(COMPLETED.ge(since)).and(visible).fetchSingle().value1();
    }

    static List<UUID> due(DSLContext sql, int limit) {
        return sql.select(ID).from(TABLE).where(JUDGE_DUE.eq(1)).orderBy(ID).limit(limit).fetch(ID);
    }

    /** @param people who are learning now */
    record Usage(long people, long learnables) {
    }

    private static Enrolment read(Record row) {
        Double score = row.get(SCORE);
        return new Enrolment(row.get(ID), row.get(USER_ID), row.get(LEARNABLE_ID), row.get(KIND), row.get(RUN_ID),
                row.get(CYCLE), Status.valueOf(row.get(STATUS)), row.get(ENROLLED),
                Optional.ofNullable(row.get(STARTED)), Optional.ofNullable(row.get(LAST_SEEN)),
                Optional.ofNullable(row.get(COMPLETED)), row.get(PROGRESS),
                score == null ? OptionalDouble.empty() : OptionalDouble.of(score),
                Optional.ofNullable(row.get(LAST_ACTIVITY)), row.get(ROW_VERSION));
    }
}
