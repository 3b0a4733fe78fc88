package org.pergola.kernel.signin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;
import org.pergola.kernel.schema.Folded;

/**
 * Slows down guessing at one account from one address: five tries are free, then each wrong one doubles the wait. It
 * goes by account and address together, so that nobody elsewhere can lock the account's owner out. A try is counted
 * before it is judged, so that many at once are no way round.
 */
final class Lockout {

    static final int FREE = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(4);
    static final Duration FORGOTTEN = Duration.ofHours(1);

    private static final Table<Record> LOCKOUT = Column.table("kernel_lockout");
    private static final Field<String> ID = Column.string("kernel_lockout", "id");
    private static final Field<Integer> FAILURES = Column.integer("kernel_lockout", "failures");
    private static final Field<Instant> LAST = Column.instant("kernel_lockout", "last_failure");
    private static final Field<Instant> UNTIL = Column.instant("kernel_lockout", "locked_until");

    private Lockout() {
    }

    /** The row of an account and an address; what was typed as a name may be a password, so only its digest is kept. */
    static String key(String name, String address) {
        byte[] bytes = (Folded.of(name) + '\0' + address).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Digests.sha256(bytes));
    }

    /** Counts a try. @return how long to wait instead, where the account is locked for the address */
    static Optional<Duration> count(DSLContext sql, String key, Instant now) {
        // Changed before it is read: the row is locked, and tries at the same moment are counted one after the other.
        if (sql.update(LOCKOUT).set(FAILURES, FAILURES.plus(1)).where(ID.eq(key)).execute() == 0) {
            sql.insertInto(LOCKOUT, ID, FAILURES, LAST, UNTIL).values(key, 1, now, now).execute();
            return Optional.empty();
        }
        Record row = sql.select(FAILURES, LAST, UNTIL).from(LOCKOUT).where(ID.eq(key)).fetchSingle();
        if (row.get(UNTIL).isAfter(now)) {
            sql.update(LOCKOUT).set(FAILURES, row.get(FAILURES) - 1).where(ID.eq(key)).execute();
            return Optional.of(Duration.between(now, row.get(UNTIL)));
        }
        boolean old = row.get(LAST).plus(FORGOTTEN).isBefore(now);
        int failures = old ? 1 : row.get(FAILURES);
        sql.update(LOCKOUT).set(FAILURES, failures).set(LAST, now).set(UNTIL, now.plus(wait(failures)))
                .where(ID.eq(key)).execute();
        return Optional.empty();
    }

    /** How long the next try has to wait after so many wrong ones. */
    static Duration wait(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** The password was right. */
    static void clear(DSLContext sql, String key) {
        sql.deleteFrom(LOCKOUT).where(ID.eq(key)).execute();
    }

    /** Forgets what nobody will ask about any more. */
    static void tidy(DSLContext sql, Instant now) {
        sql.deleteFrom(LOCKOUT).where(LAST.lt(now.minus(FORGOTTEN))).execute();
    }
}
