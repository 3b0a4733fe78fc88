package org.pergola.kernel.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.kernel.audit.AuditChain;
import org.pergola.kernel.work.Poller;

/**
 * Gives committed rows of the outbox and of the audit their positions. Woken after each commit that has some; the
 * pause is the net for what a node left behind when it died.
 */
@Component(service = Sequencer.class)
public final class Sequencer {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Numbering events;
    private final AuditChain audit;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final Poller poller;

    @Activate
    public Sequencer(@Reference Database database) {
        this.events = new Numbering(database);
        this.audit = new AuditChain(database);
        this.poller = new Poller("sequencer", PAUSE, this::sequence);
    }

    /** After each commit that wrote an event or an audit row. */
    public void wake() {
        poller.wake();
    }

    /** Has the follower called whenever events were numbered. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    void unfollow(Runnable follower) {
        followers.remove(follower);
    }

    private void sequence() {
        if (events.numberAll()) {
            followers.forEach(Runnable::run);
        }
        audit.sealAll();
    }

    @Deactivate
    void close() {
        poller.close();
    }
}
