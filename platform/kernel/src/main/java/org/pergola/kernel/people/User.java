package org.pergola.kernel.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Tx;
import org.pergola.api.error.Refused;
import org.pergola.api.people.Person;
import org.pergola.api.text.Text;
import org.pergola.kernel.schema.Folded;

/** An account. Never leaves the kernel. */
@Entity(name = "KernelUser")
@Table(name = "kernel_user")
public class User {

    @Id
    private UUID id;
    private String username;
    @Column(name = "username_key")
    private String usernameKey;
    private String email;
    @Column(name = "email_key")
    private String emailKey;
    @Column(name = "first_name")
    private String firstName;
    @Column(name = "last_name")
    private String lastName;
    @Column(name = "sort_key")
    private String sortKey;
    private String avatar;
    @Enumerated(EnumType.STRING)
    private Person.Status status;
    private long generation;
    @Column(name = "last_seen", insertable = false, updatable = false)
    private Instant lastSeen;
    private Instant created;
    @Version
    private long version;

    /** For JPA. */
    protected User() {
    }

    User(UUID id, Instant created) {
        this.id = id;
        this.created = created;
        this.status = Person.Status.ACTIVE;
    }

    /** @throws Refused (missing) where there is none */
    static User get(Tx tx, UUID id) {
        return Optional.ofNullable(tx.em().find(User.class, id))
                .orElseThrow(() -> Refused.missing(Text.of("kernel.user.missing")));
    }

    /** As the record of changes calls it. */
    Audit.Subject subject() {
        return new Audit.Subject("user", id, name());
    }

    /** Checked already, see {@link PersonRules}. */
    void callItself(String name, String address) {
        username = name;
        usernameKey = Folded.of(name);
        email = address;
        emailKey = Folded.of(address);
    }

    void named(String first, String last) {
        firstName = first;
        lastName = last;
        sortKey = Folded.plain(last + " " + first);
    }

    /** @return whether its sessions are to end */
    boolean becomes(Person.Status wished) {
        boolean ends = status == Person.Status.ACTIVE && wished != Person.Status.ACTIVE;
        status = wished;
        if (ends) {
            endSessions();
        }
        return ends;
    }

    void endSessions() {
        generation++;
    }

    Set<String> words() {
        return Folded.words(username, email, firstName, lastName);
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    String email() {
        return email;
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    String name() {
        return (firstName + " " + lastName).trim();
    }

    Person.Status status() {
        return status;
    }

    long version() {
        return version;
    }

    Person person(Optional<UUID> unit) {
        return new Person(id, username, email, firstName, lastName, status, unit, Optional.ofNullable(lastSeen),
                created, version);
    }
}
