package org.pergola.api.data;

import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Scope;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The columns of a plugin's tables for jOOQ, bound rightly on every database that Pergola runs on. Each plugin keeps
 * its own as constants in one class:
 *
 * <pre>{@code
 * final class Tables {
 *     static final Table<Record> NOTE = Column.table("notes_note");
 *     static final Field<UUID> NOTE_ID = Column.uuid("notes_note", "id");
 *     static final Field<Instant> NOTE_WRITTEN = Column.instant("notes_note", "written");
 * }
 * }</pre>
 *
 * Names are written without quotes, so a column is never called by a word that SQL keeps for itself.
 *
 * @since 0.1
 */
public final class Column {

    private static final DataType<UUID> UUID_TYPE = SQLDataType.VARCHAR(36).asConvertedDataType(binding(
            Converter.ofNullable(String.class, UUID.class, UUID::fromString, UUID::toString), "char(36)", "uuid",
            UUID::toString, Column::setUuid, Column::getUuid));

    private static final DataType<Instant> INSTANT_TYPE = SQLDataType.TIMESTAMP(6).asConvertedDataType(binding(
            Converter.ofNullable(Timestamp.class, Instant.class, Timestamp::toInstant, Timestamp::from), "timestamp",
            "timestamptz", Column::instantLiteral, Column::setInstant, Column::getInstant));

    private static final DataType<String> JSON_TYPE = SQLDataType.CLOB.asConvertedDataType(binding(
            Converter.ofNullable(String.class, String.class, Function.identity(), Function.identity()), "clob",
            "jsonb", Function.identity(), (statement, index, value, postgres) -> statement.setString(index, value),
            (results, index, postgres) -> results.getString(index)));

    private Column() {
    }

    /** A table or a published view, by its full name: {@code kernel_membership}, {@code kernel_v1_user}. */
    public static Table<Record> table(String name) {
        return DSL.table(DSL.name(name));
    }

    /** {@code ${uuid}}. */
    public static Field<UUID> uuid(String table, String name) {
        return field(table, name, UUID_TYPE);
    }

    /** {@code ${instant}}: UTC, cut to microseconds. */
    public static Field<Instant> instant(String table, String name) {
        return field(table, name, INSTANT_TYPE);
    }

    /** {@code ${text}}: of any length, never compared, sorted or indexed. */
    public static Field<String> text(String table, String name) {
        return field(table, name, SQLDataType.CLOB);
    }

    /** {@code VARCHAR(n)}. */
    public static Field<String> string(String table, String name) {
        return field(table, name, SQLDataType.VARCHAR);
    }

    /** {@code INTEGER}. */
    public static Field<Integer> integer(String table, String name) {
        return field(table, name, SQLDataType.INTEGER);
    }

    /** {@code BIGINT}. */
    public static Field<Long> bigint(String table, String name) {
        return field(table, name, SQLDataType.BIGINT);
    }

    /** {@code DOUBLE PRECISION}. */
    public static Field<Double> decimal(String table, String name) {
        return field(table, name, SQLDataType.DOUBLE);
    }

    /** {@code ${boolean}}. */
    public static Field<Boolean> bool(String table, String name) {
        return field(table, name, SQLDataType.BOOLEAN);
    }

    /** {@code DATE}. */
    public static Field<java.time.LocalDate> date(String table, String name) {
        return field(table, name, SQLDataType.LOCALDATE);
    }

    /** {@code ${json}}: as text; never looked into by SQL. */
    public static Field<String> json(String table, String name) {
        return field(table, name, JSON_TYPE);
    }

    private static <T> Field<T> field(String table, String name, DataType<T> type) {
        return DSL.field(DSL.name(table, name), type);
    }

    /** The value as a parameter or literal of the right type, where there is no column to take it from. */
    public static Field<UUID> value(UUID value) {
        return DSL.val(value, UUID_TYPE);
    }

    /** As {@link #value(UUID)}. */
    public static Field<Instant> value(Instant value) {
        return DSL.val(value, INSTANT_TYPE);
    }

    @FunctionalInterface
    private interface Setter<U> {
        void set(PreparedStatement statement, int index, U value, boolean postgres) throws SQLException;
    }

    @FunctionalInterface
    private interface Getter<U> {
        U get(ResultSet results, int index, boolean postgres) throws SQLException;
    }

    private static <T, U> Binding<T, U> binding(Converter<T, U> converter, String derbyType, String postgresType,
            Function<U, String> literal, Setter<U> setter, Getter<U> getter) {
        return Binding.of(converter,
                (BindingSQLContext<U> context) -> render(context, postgres(context) ? postgresType : derbyType,
                        literal),
                (BindingGetResultSetContext<U> context) -> unchecked(() -> context.value(
                        getter.get(context.resultSet(), context.index(), postgres(context)))),
                (BindingSetStatementContext<U> context) -> unchecked(() -> {
                    if (context.value() == null) {
                        context.statement().setNull(context.index(),
                                (postgres(context) ? JDBCType.OTHER : nullType(derbyType)).getVendorTypeNumber());
                    } else {
                        setter.set(context.statement(), context.index(), context.value(), postgres(context));
                    }
                }));
    }

    /** Derby cannot guess the type of a parameter in many places, hence always a cast. */
    private static <U> void render(BindingSQLContext<U> context, String type, Function<U, String> literal) {
        context.render().sql("cast(");
        if (context.render().paramType() == ParamType.INLINED) {
            context.render().visit(context.value() == null ? DSL.inline((String) null)
                    : DSL.inline(literal.apply(context.value())));
        } else {
            context.render().sql(context.variable());
        }
        context.render().sql(" as ").sql(type).sql(")");
    }

    private static boolean postgres(Scope scope) {
        return scope.family() == SQLDialect.POSTGRES;
    }

    private static JDBCType nullType(String derbyType) {
        return switch (derbyType) {
            case "timestamp" -> JDBCType.TIMESTAMP;
            case "clob" -> JDBCType.CLOB;
            default -> JDBCType.CHAR;
        };
    }

    private static void setUuid(PreparedStatement statement, int index, UUID value, boolean postgres)
            throws SQLException {
        if (postgres) {
            statement.setObject(index, value);
        } else {
            statement.setString(index, value.toString());
        }
    }

    private static UUID getUuid(ResultSet results, int index, boolean postgres) throws SQLException {
        String value = results.getString(index);
        return value == null ? null : UUID.fromString(value.trim());
    }

    private static void setInstant(PreparedStatement statement, int index, Instant value, boolean postgres)
            throws SQLException {
        Instant cut = value.truncatedTo(ChronoUnit.MICROS);
        if (postgres) {
            statement.setObject(index, cut.atOffset(ZoneOffset.UTC));
        } else {
            statement.setTimestamp(index, Timestamp.from(cut), utc());
        }
    }

    private static Instant getInstant(ResultSet results, int index, boolean postgres) throws SQLException {
        if (postgres) {
            OffsetDateTime value = results.getObject(index, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }
        Timestamp value = results.getTimestamp(index, utc());
        return value == null ? null : value.toInstant();
    }

    private static String instantLiteral(Instant value) {
        return value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC).toLocalDateTime().toString()
                .replace('T', ' ');
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    @FunctionalInterface
    private interface JdbcCall {
        void run() throws SQLException;
    }

    private static void unchecked(JdbcCall call) {
        try {
            call.run();
        } catch (SQLException e) {
            throw new org.jooq.exception.DataAccessException("A value could not be bound or read", e);
        }
    }
}
