package org.pergola.kernel.plugins;

import java.util.Optional;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.kernel.plugins.archive.PluginArchive;
import org.pergola.kernel.plugins.record.Desired;

/** One plugin as it stands: what is wished, out of which file, and what has become of it. */
record Entry(Desired desired, PluginArchive archive, Plugins.Status status, Optional<Text> reason) {

    static Entry fresh(Desired desired, PluginArchive archive) {
        return new Entry(desired, archive, Plugins.Status.OFF, Optional.empty());
    }

    PluginId id() {
        return desired.id();
    }

    boolean on() {
        return desired.state() == Plugins.State.ON;
    }

    boolean running() {
        return status == Plugins.Status.RUNNING;
    }

    Entry now(Plugins.Status is) {
        return new Entry(desired, archive, is, Optional.empty());
    }

    Entry now(Plugins.Status is, Text why) {
        return new Entry(desired, archive, is, Optional.of(why));
    }

    /** The plugin's name in its own words. */
    Text name() {
        return Text.of(id() + ".plugin.name");
    }
}
