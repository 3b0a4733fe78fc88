package org.pergola.learning;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Learnable;
import org.pergola.learning.api.LearnableRef;
import org.pergola.learning.api.Learnables;

/** Keeps what owners say of their learnables, and gives each a default run. */
@Component
public final class Projections implements Learnables {

    private final Database db;
    private final Clock clock;
    private final Kinds kinds;

    @Activate
    public Projections(@Reference Database db, @Reference Clock clock, @Reference Kinds kinds) {
        this.db = db;
        this.clock = clock;
        this.kinds = kinds;
    }

    @Override
    public void project(LearnableRef learnable) {
        db.run(tx -> {
            EntityManager em = tx.em();
            LearnableEntity known = em.find(LearnableEntity.class, learnable.id());
            if (known != null) {
                known.project(learnable, clock.now());
                return;
            }
            LearnableEntity entity = new LearnableEntity(learnable.id());
            entity.project(learnable, clock.now());
            em.persist(entity);
            em.persist(new RunEntity(Ids.next(), learnable.id(), clock.now()));
        });
    }

    @Override
    public Optional<LearnableRef> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, LearnableRef> find(Collection<UUID> ids) {
        return db.read(tx -> LearnableRows.byIds(tx.sql(), ids));
    }

    @Override
    public List<LearnableRef> published(String words, int limit, int offset) {
        return db.read(tx -> LearnableRows.published(tx.sql(), words, limit, offset));
    }

    @Override
    public long countPublished(String words) {
        return db.read(tx -> LearnableRows.countPublished(tx.sql(), words));
    }

    @Override
    public Optional<Learnable> kind(String kind) {
        return kinds.learnable(kind);
    }

    @Override
    public Optional<ActivityType> type(String id) {
        return kinds.type(id);
    }

    @Override
    public List<ActivityType> types() {
        return kinds.types();
    }
}
