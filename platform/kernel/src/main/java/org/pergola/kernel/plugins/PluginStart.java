package org.pergola.kernel.plugins;

import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actor;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.Guard;
import org.pergola.api.host.Migrations;
import org.pergola.api.host.SwapParticipant;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Texts;
import org.pergola.kernel.folder.DataFolder;
import org.pergola.kernel.plugins.archive.ArchiveReader;
import org.pergola.kernel.plugins.archive.PluginArchive;
import org.pergola.kernel.plugins.framework.Bundles;
import org.pergola.kernel.plugins.framework.Components;
import org.pergola.kernel.plugins.framework.Deadlines;
import org.pergola.kernel.plugins.framework.Loaders;
import org.pergola.kernel.plugins.record.Ledger;
import org.pergola.kernel.plugins.record.Mirror;
import org.pergola.kernel.plugins.record.PluginFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the plugins on a thread of the kernel as soon as there is a database, and offers {@link Plugins} when all
 * of them have been tried: its being there says that the installation is ready.
 */
@Component(service = PluginStart.class, immediate = true)
public final class PluginStart {

    private static final Logger LOG = LoggerFactory.getLogger(PluginStart.class);
    private static final long LARGEST = 256L << 20;
    private static final long LOOK_SECONDS = 60;
    private static final long LOOK_AGAIN_MILLIS = 50;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<SwapParticipant> participants = List.of();

    private final BundleContext context;
    private final ActorBinding actors;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("pergola-plugins").unstarted(work));
    private final Deadlines deadlines = new Deadlines();
    private final Loaders loaders = new Loaders();
    private final Roster roster = new Roster();
    private final InitialStart initial;
    private final PluginManager manager;
    private final Standing standing;
    private final UsageBook usage;
    private volatile ServiceRegistration<Plugins> registration;

    @Activate
    public PluginStart(BundleContext context, @Reference Ledger ledger, @Reference Migrations migrations,
            @Reference Guard guard, @Reference ActorBinding actors, @Reference Access access, @Reference Texts texts,
            @Reference ServiceComponentRuntime runtime) {
        this.context = context;
        this.actors = actors;
        DataFolder data = DataFolder.ofProcess();
        Path work = data.file("cache/plugins");
        Bundles bundles = new Bundles(context, deadlines, actors, startLimit());
        Components components = new Components(runtime);
        ArchiveReader reader = new ArchiveReader(work, LARGEST);
        PluginFolder folder = new PluginFolder(data.file("plugins"));
        Mirror mirror = new Mirror(data.file("etc/pergola-plugins.yaml"));
        Collection<SwapParticipant> all = new Participants();
        Lifecycle lifecycle = new Lifecycle(roster, bundles, components, loaders, migrations, all);
        HealthBoard health = new HealthBoard(guard, actors, deadlines);
        usage = new UsageBook(guard, actors, deadlines, ledger);
        standing = new Standing(roster, lifecycle, health, usage, loaders);
        Planner planner = new Planner(roster, lifecycle, bundles, components, usage);
        Saga saga = new Saga(roster, lifecycle, new Probation(roster, lifecycle, components, health), migrations, all,
                ledger, texts, work);
        initial = new InitialStart(roster, bundles, lifecycle, ledger, reader, folder, mirror, texts);
        manager = new PluginManager(roster, bundles, planner, saga, lifecycle, standing, reader, folder, mirror, access,
                () -> thread.execute(this::look));
        thread.execute(() -> actors.run(new Actor.Startup(), this::start));
        thread.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private static Duration startLimit() {
        return Duration.ofSeconds(Long.getLong("pergola.plugins.start.seconds", 30));
    }

    /** The participants of the moment; they come and go while this one stays. */
    private final class Participants extends AbstractCollection<SwapParticipant> {
        @Override
        public Iterator<SwapParticipant> iterator() {
            return participants.iterator();
        }

        @Override
        public int size() {
            return participants.size();
        }
    }

    private void start() {
        long begun = System.nanoTime();
        try {
            awaitPlatform();
            List<PluginArchive> bundled = initial.bundled(Path.of(System.getProperty("pergola.bundled", "plugins")));
            manager.bundled(bundled);
            usage.load();
            initial.run(bundled, !Boolean.getBoolean("pergola.noplugins"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return; // the framework stops before everything has started
        } catch (Exception | LinkageError e) {
            LOG.error("The plugins could not all be started", e);
        }
        LOG.info("{} plugins are there, {} of them running, after {} ms", roster.all().size(),
                roster.all().stream().filter(Entry::running).count(), (System.nanoTime() - begun) / 1_000_000);
        registration = context.registerService(Plugins.class, manager, null);
        look();
    }

    /** Plugins start when the framework has come to their start level; sooner it would refuse them. */
    private void awaitPlatform() throws InterruptedException {
        FrameworkStartLevel level = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkStartLevel.class);
        while (level.getStartLevel() < level.getInitialBundleStartLevel()) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private void look() {
        try {
            actors.run(new Actor.Startup(), standing::look);
        } catch (RuntimeException e) {
            LOG.warn("The plugins could not all be asked how they are", e);
        }
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
        if (registration != null) {
            registration.unregister();
        }
    }
}
