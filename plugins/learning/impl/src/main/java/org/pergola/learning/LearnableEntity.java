package org.pergola.learning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.pergola.learning.api.LearnableRef;
import org.pergola.learning.api.LearnableRef.State;

/** What its owner said last of a learnable: enough to show it while the owner is away. */
@Entity
@Table(name = "learning_learnable")
class LearnableEntity {

    @Id
    private UUID id;
    private String kind;
    private int version;
    private String title;
    @Column(name = "title_folded")
    private String titleFolded;
    private String summary;
    @Enumerated(EnumType.STRING)
    private State state;
    private long seed;
    private Instant projected;

    protected LearnableEntity() {
    }

    LearnableEntity(UUID id) {
        this.id = id;
    }

    void project(LearnableRef ref, Instant now) {
        kind = ref.kind();
        version = ref.version();
        title = ref.title();
        titleFolded = ref.title().toLowerCase(Locale.ROOT);
        summary = ref.summary();
        state = ref.state();
        seed = ref.seed();
        projected = now;
    }

    boolean published() {
        return state == State.PUBLISHED;
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String title() {
        return title;
    }

    LearnableRef toRecord() {
        return new LearnableRef(id, kind, version, title, summary, state, seed);
    }
}
