package org.pergola.api.plugin;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.text.Text;

/**
 * The plugins of this installation and every change of them, live. Changes ask for {@code kernel.plugin.manage},
 * reading for {@code kernel.plugin.see}. One change at a time; each is a journalled saga that ends in the new state
 * or goes back to the old one by itself.
 *
 * @since 0.1
 */
@ProviderType
public interface Plugins {

    /** What is wished. */
    enum State {
        ON, OFF
    }

    /** What is. */
    enum Status {
        RUNNING, WAITING, FAILED, OFF
    }

    enum Health {
        HEALTHY, LOOK, FAILING, UNKNOWN
    }

    /**
     * @param reason     why it is not running though wished, or what its health says
     * @param needs      what it needs, as words: {@code learning 1.0}
     * @param dependents plugins that need it
     * @param available  a newer bundled version that is not installed
     * @param usage      as its {@link DataOwner} said last
     * @param iconName   a Lucide name for its tile; {@code puzzle} where it has none
     * @param hue        degrees 0 to 359 for its tile, derived from its id
     */
    record Info(PluginId id, String version, Text name, Text summary, State state, Status status,
            Optional<Text> reason, Health health, List<String> needs, List<PluginId> dependents,
            Optional<String> available, List<DataOwner.Usage> usage, String iconName, int hue) {
    }

    enum Action {
        INSTALL, UPDATE, ON, OFF, UNINSTALL
    }

    /**
     * What a change would do, before it is done.
     *
     * @param affected plugins that are paused meanwhile, or stay off while this one is off
     * @param apiChange whether dependents are refreshed with it
     * @param touches  whom it touches, in words with counts
     */
    record Plan(Action action, PluginId id, Optional<String> from, Optional<String> to, List<PluginId> affected,
            boolean apiChange, List<DataOwner.Usage> touches) {
    }

    /**
     * How a change ended.
     *
     * @param visible from the framework's update of the bundle to the change being there for people
     */
    record Outcome(Plan plan, boolean done, Optional<Text> reason, Optional<Duration> visible) {
    }

    List<Info> list();

    Optional<Info> find(PluginId id);

    /**
     * How many class loaders of the plugin are in memory, after a collection: one while it is installed. More means that
     * something still keeps a version that was replaced.
     */
    int liveLoaders(PluginId id);

    /** What switching or uninstalling would do. */
    Plan plan(PluginId id, Action action);

    /** What installing or updating from this file would do. @throws org.pergola.api.error.Refused as install does */
    Plan plan(String fileName, InputStream file);

    /**
     * Installs a jar or KAR that is not there yet.
     *
     * @throws org.pergola.api.error.Refused with the reason in words: no bundle, a fragment, misses what it needs, a
     *                                       copy of the platform's API, a taken path, the same or a lower version
     */
    Outcome install(String fileName, InputStream file);

    /** Updates the plugin. @throws org.pergola.api.error.Refused also where the file is another plugin */
    Outcome update(PluginId id, String fileName, InputStream file);

    /** Updates to the newer version that came with the distribution. */
    Outcome updateToBundled(PluginId id);

    Outcome on(PluginId id);

    /** Switches off; dependents pause and come back by themselves. */
    Outcome off(PluginId id);

    /** Takes it out; its data is kept. @throws org.pergola.api.error.Refused (conflict) where others need it */
    Outcome uninstall(PluginId id);
}
