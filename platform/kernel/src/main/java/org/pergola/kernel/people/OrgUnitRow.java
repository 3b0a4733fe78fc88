package org.pergola.kernel.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An org unit. Deleted ones stay, for the memberships of the past. */
@Entity(name = "KernelOrgUnit")
@Table(name = "kernel_org_unit")
public class OrgUnitRow {

    @Id
    private UUID id;
    private String name;
    @Column(name = "parent_id")
    private UUID parentId;
    private Instant deleted;
    @Version
    private long version;

    /** For JPA. */
    protected OrgUnitRow() {
    }

    OrgUnitRow(UUID id, String name, Optional<UUID> parent) {
        this.id = id;
        this.name = name;
        this.parentId = parent.orElse(null);
    }

    void rename(String wished) {
        name = wished;
    }

    void moveBelow(Optional<UUID> parent) {
        parentId = parent.orElse(null);
    }

    void delete(Instant now) {
        deleted = now;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Optional<UUID> parent() {
        return Optional.ofNullable(parentId);
    }

    boolean isDeleted() {
        return deleted != null;
    }

    long version() {
        return version;
    }
}
