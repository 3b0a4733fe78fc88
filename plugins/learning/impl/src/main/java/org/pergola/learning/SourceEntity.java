package org.pergola.learning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.pergola.learning.api.Enrolments.Source;

/** A reason why somebody is enrolled, from when to when. */
@Entity
@Table(name = "learning_enrolment_source")
class SourceEntity {

    @Id
    private UUID id;
    @Column(name = "enrolment_id")
    private UUID enrolmentId;
    @Enumerated(EnumType.STRING)
    private Source source;
    @Column(name = "valid_from")
    private Instant validFrom;
    @Column(name = "valid_to")
    private Instant validTo;

    protected SourceEntity() {
    }

    SourceEntity(UUID id, UUID enrolmentId, Source source, Instant validFrom) {
        this.id = id;
        this.enrolmentId = enrolmentId;
        this.source = source;
        this.validFrom = validFrom;
    }

    void end(Instant now) {
        validTo = now;
    }

    Source source() {
        return source;
    }
}
