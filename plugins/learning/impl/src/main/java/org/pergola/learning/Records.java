package org.pergola.learning;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.audit.Audit;
import org.pergola.api.error.Refused;
import org.pergola.api.people.People;
import org.pergola.api.people.PersonRef;
import org.pergola.api.text.Text;
import org.pergola.learning.api.Enrolment;

/** What learning writes into the record of changes. */
@Component(service = Records.class)
public final class Records {

    private final Audit audit;
    private final People people;

    @Activate
    public Records(@Reference Audit audit, @Reference People people) {
        this.audit = audit;
        this.people = people;
    }

    void enrolled(Enrolment enrolment, String title) {
        audit.record(entry("learning.enrolment.create", enrolment, title, Optional.empty(), Optional.empty())
                .with(Map.of("cycle", change(Optional.empty(), Integer.toString(enrolment.cycle())))));
    }

    void changed(Enrolment.Status before, Enrolment after, String title, Optional<String> reason) {
        audit.record(entry("learning.enrolment.change", after, title, Optional.empty(), reason)
                .with(Map.of("status", change(Optional.of(before.name()), after.status().name()))));
    }

    void completed(Enrolment enrolment, String title, Instant completed) {
        audit.record(entry("learning.enrolment.complete", enrolment, title, Optional.of(completed), Optional.empty()));
    }

    private Audit.Entry entry(String action, Enrolment enrolment, String title, Optional<Instant> validAt,
            Optional<String> reason) {
        return new Audit.Entry(action, new Audit.Subject("enrolment", enrolment.id(),
                name(enrolment.userId()) + " – " + title), Map.of(), validAt, reason);
    }

    /** @throws Refused (invalid) where there is nobody of this id */
    void requirePerson(UUID userId) {
        if (people.refs(Set.of(userId)).isEmpty()) {
            throw Refused.invalid("userId", Text.of("learning.enrolment.nobody"));
        }
    }

    private String name(UUID userId) {
        return Optional.ofNullable(people.refs(Set.of(userId)).get(userId)).map(PersonRef::name).orElse("");
    }

    private static Audit.Change change(Optional<String> before, String after) {
        return new Audit.Change(before, Optional.of(after));
    }
}
