package org.pergola.kernel.plugins;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.kernel.plugins.archive.Need;
import org.pergola.kernel.plugins.archive.PluginArchive;
import org.pergola.kernel.plugins.framework.Loaders;

/** How each plugin stands: its health, whom it touches, what stayed behind of it. Answers from what was found last. */
final class Standing {

    private static final int CIRCLE = 360;
    private static final long REST_NANOS = 2_000_000_000L;

    private final Roster roster;
    private final Lifecycle lifecycle;
    private final HealthBoard health;
    private final UsageBook usage;
    private final Loaders loaders;
    private final AtomicLong collected = new AtomicLong(System.nanoTime() - REST_NANOS);

    Standing(Roster roster, Lifecycle lifecycle, HealthBoard health, UsageBook usage, Loaders loaders) {
        this.roster = roster;
        this.lifecycle = lifecycle;
        this.health = health;
        this.usage = usage;
        this.loaders = loaders;
    }

    Plugins.Info info(Entry entry, Optional<PluginArchive> newer) {
        PluginId id = entry.id();
        HealthBoard.Finding finding = finding(entry);
        return new Plugins.Info(id, entry.archive().version().toString(), entry.name(),
                Text.of(id + ".plugin.summary"), entry.desired().state(), entry.status(),
                entry.reason().or(finding::why), finding.health(),
                entry.archive().needs().stream().map(Need::words).toList(), roster.dependents(id),
                newer.map(archive -> archive.version().toString()), usage.last(id), entry.archive().icon(),
                Math.floorMod(id.value().hashCode() * 47, CIRCLE));
    }

    private HealthBoard.Finding finding(Entry entry) {
        if (entry.status() == Plugins.Status.FAILED) {
            return new HealthBoard.Finding(Plugins.Health.FAILING, Optional.empty());
        }
        if (!entry.running()) {
            return new HealthBoard.Finding(Plugins.Health.UNKNOWN, Optional.empty());
        }
        HealthBoard.Finding said = health.last(entry.id());
        List<String> left = loaders.left(entry.id());
        HealthBoard.Finding leak = left.isEmpty() ? said : new HealthBoard.Finding(Plugins.Health.LOOK,
                Optional.of(Text.of("kernel.plugin.left", String.join(", ", left))));
        return leak.worseThan(said) ? leak : said;
    }

    /** Collects garbage first where there seems to be more than one, though not all the time. */
    int liveLoaders(PluginId id) {
        long last = collected.get();
        long now = System.nanoTime();
        if (loaders.anyLeft(id) && now - last >= REST_NANOS && collected.compareAndSet(last, now)) {
            System.gc();
        }
        return loaders.live(id);
    }

    /** Asks all plugins anew, and looks what stayed behind. */
    void look() {
        for (Entry entry : roster.all()) {
            if (entry.running()) {
                health.ask(entry.id(), lifecycle.bundles(entry.archive()));
                usage.ask(entry.id(), lifecycle.bundles(entry.archive()));
            }
        }
        loaders.look();
    }

    void forget(PluginId id) {
        health.forget(id);
        usage.forget(id);
    }
}
