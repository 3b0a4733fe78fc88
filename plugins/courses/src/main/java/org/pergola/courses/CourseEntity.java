package org.pergola.courses;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.learning.api.LearnableRef;
import org.pergola.learning.api.LearnableRef.State;

/** The root of a course; sections and activities are rows beside it, changed only together with it. */
@Entity
@Table(name = "courses_course")
class CourseEntity {

    private static final int TITLE_LIMIT = 300;
    private static final int SUMMARY_LIMIT = 2000;

    @Id
    private UUID id;
    private String title;
    @Column(name = "title_folded")
    private String titleFolded;
    private String summary = "";
    private String description = "";
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(name = "version")
    private int contentVersion = 1;
    private long seed;
    private Instant created;
    private Instant changed;
    private Instant binned;
    @Version
    @Column(name = "row_version")
    private long version;

    protected CourseEntity() {
    }

    CourseEntity(UUID id, String title, State state, Instant now) {
        this.id = id;
        this.seed = id.getLeastSignificantBits();
        this.state = state;
        this.created = now;
        this.changed = now;
        title(title);
    }

    final void title(String wished) {
        String stripped = wished.strip();
        if (stripped.isEmpty()) {
            throw Refused.invalid("title", Text.of("courses.title.missing"));
        }
        title = within(stripped, TITLE_LIMIT, "title");
        titleFolded = title.toLowerCase(Locale.ROOT);
        if (titleFolded.length() > TITLE_LIMIT) {
            titleFolded = titleFolded.substring(0, TITLE_LIMIT);
        }
    }

    void summary(String wished) {
        summary = within(wished.strip(), SUMMARY_LIMIT, "summary");
    }

    void description(String wished) {
        description = wished.strip();
    }

    void state(State wished) {
        state = wished;
    }

    void changed(Instant now) {
        changed = now;
    }

    void bin(Instant now) {
        binned = now;
    }

    void restore() {
        binned = null;
    }

    static String within(String words, int limit, String field) {
        if (words.length() > limit) {
            throw Refused.invalid(field, Text.of("courses.too_long", limit));
        }
        return words;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    State state() {
        return state;
    }

    boolean binned() {
        return binned != null;
    }

    long version() {
        return version;
    }

    /** As it is known while courses are away; in the bin it is retired. */
    LearnableRef ref() {
        return new LearnableRef(id, Course.KIND, contentVersion, title, summary, binned() ? State.RETIRED : state, seed);
    }

    Course toRecord(List<Course.Section> sections) {
        return new Course(id, title, summary, description == null ? "" : description, state, seed, created, changed,
                Optional.ofNullable(binned), sections, version);
    }
}
