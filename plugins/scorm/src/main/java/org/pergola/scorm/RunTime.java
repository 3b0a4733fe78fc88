package org.pergola.scorm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.people.Person;
import org.pergola.api.people.People;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Attempts;
import org.pergola.learning.api.Evidence;

/** Opens the parts of a package, takes their commits and reports what they come to. */
@Component(service = RunTime.class)
public final class RunTime {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Database db;
    private final Attempts attempts;
    private final Packages packages;
    private final People people;
    private final Clock clock;

    @Activate
    public RunTime(@Reference Database db, @Reference Attempts attempts, @Reference Packages packages,
            @Reference People people, @Reference Clock clock) {
        this.db = db;
        this.attempts = attempts;
        this.packages = packages;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param session what the page sends back with each commit
     * @param cmi     the data model to start with
     */
    record Opened(int session, ObjectNode cmi) {
    }

    /** A package in an attempt, with its lines and how each stands. */
    record Sheet(Attempt attempt, ScormPackage.Info content, Manifest manifest, Map<String, Outcome> outcomes) {
    }

    /** @throws Refused (missing) where the attempt is none of the acting person's */
    Sheet sheet(UUID attemptId) {
        Attempt attempt = attempt(attemptId);
        ScormPackage.Info content = packages.version(attempt.activityId(), attempt.contentVersion());
        Map<String, Outcome> outcomes = db.read(tx -> parts(tx.em(), attemptId).stream()
                .collect(Collectors.toMap(ScormPart::item, ScormPart::outcome)));
        return new Sheet(attempt, content, packages.manifest(content), outcomes);
    }

    /** Begins a session of a part; an asset is done by that. */
    Opened open(UUID attemptId, String itemId) {
        Sheet sheet = sheet(attemptId);
        Item item = item(sheet, itemId);
        Person learner = people.find(sheet.attempt().userId())
                .orElseThrow(() -> Refused.missing(Text.of("scorm.refused.attempt")));
        Edition edition = sheet.content().edition();
        return db.write(tx -> {
            Instant now = clock.now();
            ScormPart part = part(tx.em(), attemptId, itemId, now);
            JsonNode before = part.cmi().map(RunTime::parse).orElse(MissingNode.getInstance());
            part.open(now);
            if (!item.sco()) {
                part.reach(Outcome.OPENED, now);
            } else if (part.outcome().equals(Outcome.NONE)) {
                part.reach(new Outcome(Evidence.Completion.INCOMPLETE, Evidence.Success.UNKNOWN,
                        OptionalDouble.empty(), 0), now);
            }
            tx.em().flush();
            report(tx.em(), sheet, now);
            return new Opened(part.openings(), StartData.of(edition, item, learner.id().toString(),
                    learner.lastName() + ", " + learner.firstName(), before, part.resumable(), part.seconds()));
        });
    }

    /**
     * Stores a commit and reports what the package comes to, in one transaction. Sent again it changes nothing.
     *
     * @throws Refused (conflict) where the part has been opened anew since; (invalid) for values that are none
     */
    Outcome commit(UUID attemptId, Commit commit) {
        Sheet sheet = sheet(attemptId);
        Item item = item(sheet, commit.item());
        Edition edition = sheet.content().edition();
        commit.check(edition);
        return db.write(tx -> {
            Instant now = clock.now();
            ScormPart part = part(tx.em(), attemptId, commit.item(), now);
            if (commit.session() != part.openings()) {
                throw Refused.conflict(Text.of("scorm.refused.session"));
            }
            if (part.take(commit, edition, Outcome.of(edition, item, commit.cmi(), commit.finished()), now)) {
                tx.em().flush();
                report(tx.em(), sheet, now);
            }
            return part.outcome();
        });
    }

    private void report(EntityManager em, Sheet sheet, Instant now) {
        UUID attemptId = sheet.attempt().id();
        Map<String, ScormPart> parts = parts(em, attemptId).stream()
                .collect(Collectors.toMap(ScormPart::item, Function.identity()));
        Outcome whole = RollUp.of(sheet.manifest().playable().stream()
                .map(item -> Optional.ofNullable(parts.get(item.id())).map(ScormPart::outcome).orElse(Outcome.NONE))
                .toList());
        ScormAttempt kept = em.find(ScormAttempt.class, attemptId);
        if (kept == null) {
            kept = new ScormAttempt(attemptId, sheet.content().id());
            em.persist(kept);
        }
        if (kept.becomes(whole.after(kept.outcome()))) {
            em.flush();
            Outcome reached = kept.outcome();
            attempts.report(attemptId, new Evidence(Ids.next(), now, reached.completion(), reached.success(),
                    reached.score(), OptionalDouble.of(reached.progress()), Optional.empty()));
        }
    }

    private Attempt attempt(UUID attemptId) {
        return attempts.find(attemptId).orElseThrow(() -> Refused.missing(Text.of("scorm.refused.attempt")));
    }

    private static Item item(Sheet sheet, String itemId) {
        return sheet.manifest().find(itemId).orElseThrow(() -> Refused.missing(Text.of("scorm.refused.part", itemId)));
    }

    private static List<ScormPart> parts(EntityManager em, UUID attemptId) {
        return em.createQuery("SELECT p FROM ScormPart p WHERE p.attemptId = :attempt", ScormPart.class)
                .setParameter("attempt", attemptId).getResultList();
    }

    private static ScormPart part(EntityManager em, UUID attemptId, String item, Instant now) {
        return em.createQuery("SELECT p FROM ScormPart p WHERE p.attemptId = :attempt AND p.item = :item",
                ScormPart.class).setParameter("attempt", attemptId).setParameter("item", item).getResultStream()
                .findFirst().orElseGet(() -> {
                    ScormPart added = new ScormPart(Ids.next(), attemptId, item, now);
                    em.persist(added);
                    return added;
                });
    }

    private static JsonNode parse(String cmi) {
        try {
            return MAPPER.readTree(cmi);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored run-time data is no JSON", broken);
        }
    }
}
