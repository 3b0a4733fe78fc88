package org.pergola.kernel.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;
import org.pergola.api.data.Tx;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.kernel.schema.RoleKey;

/** A role: one that somebody named, or one that was suggested and is named by a key until somebody renames it. */
@Entity(name = "KernelRole")
@Table(name = "kernel_role")
public class RoleRow {

    @Id
    private UUID id;
    @Column(name = "role_key")
    private String key;
    private String name;
    @Column(name = "name_key")
    private String nameKey;
    private boolean suggested;
    @Version
    private long version;

    /** For JPA. */
    protected RoleRow() {
    }

    RoleRow(UUID id, String name) {
        this.id = id;
        this.key = id.toString();
        this.name = name;
    }

    /** @throws Refused (missing) where there is none */
    static RoleRow get(Tx tx, UUID id) {
        return Optional.ofNullable(tx.em().find(RoleRow.class, id))
                .orElseThrow(() -> Refused.missing(Text.of("kernel.role.missing")));
    }

    void rename(String wished) {
        name = wished;
    }

    boolean everything() {
        return key.equals(RoleKey.ADMINISTRATOR);
    }

    boolean everybodys() {
        return key.equals(RoleKey.LEARNER);
    }

    UUID id() {
        return id;
    }

    Text name() {
        return name != null ? Text.plain(name) : Text.of(Optional.ofNullable(nameKey).orElse(key));
    }

    boolean suggested() {
        return suggested;
    }

    long version() {
        return version;
    }
}
