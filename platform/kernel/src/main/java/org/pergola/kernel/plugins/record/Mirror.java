package org.pergola.kernel.plugins.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code DIR/etc/pergola-plugins.yaml}: the desired state for people to read; it seeds an empty database. */
public final class Mirror {

    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);

    private final Path file;

    public Mirror(Path file) {
        this.file = file;
    }

    public void write(Collection<Desired> desired) {
        Map<String, Object> plugins = new TreeMap<>();
        for (Desired one : desired) {
            Map<String, Object> lines = new LinkedHashMap<>();
            lines.put("version", one.version().toString());
            lines.put("state", one.state().name().toLowerCase(Locale.ROOT));
            lines.put("source", one.source().name().toLowerCase(Locale.ROOT));
            lines.put("file", one.file());
            lines.put("sha256", one.hash());
            plugins.put(one.id().value(), lines);
        }
        String yaml = "# Written by Pergola after each change; read only where the database knows no plugin yet.\n"
                + new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build())
                        .dumpToString(Map.of("plugins", plugins));
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), ".pergola-plugins", ".tmp");
            Files.writeString(fresh, yaml, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        }
    }

    /** What the file wishes; what cannot be understood is left out and named in the log. */
    public Map<PluginId, Desired> read() {
        Map<PluginId, Desired> desired = new TreeMap<>();
        if (!Files.exists(file)) {
            return desired;
        }
        try {
            Object root = new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(file, StandardCharsets.UTF_8));
            if (root instanceof Map<?, ?> map && map.get("plugins") instanceof Map<?, ?> plugins) {
                plugins.forEach((id, lines) -> one(String.valueOf(id), lines)
                        .ifPresent(plugin -> desired.put(plugin.id(), plugin)));
            }
        } catch (IOException | YamlEngineException e) {
            LOG.error("{} cannot be read; the plugins of the distribution are taken as they come", file, e);
        }
        return desired;
    }

    private Optional<Desired> one(String id, Object lines) {
        if (!(lines instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Desired(PluginId.of(id), Version.parseVersion(word(map, "version", "0")),
                    Plugins.State.valueOf(word(map, "state", "on").toUpperCase(Locale.ROOT)),
                    Desired.Source.valueOf(word(map, "source", "bundled").toUpperCase(Locale.ROOT)),
                    word(map, "file", ""), word(map, "sha256", ""), 1));
        } catch (IllegalArgumentException e) {
            LOG.error("{} in {} cannot be understood and is left out", id, file, e);
            return Optional.empty();
        }
    }

    private static String word(Map<?, ?> map, String key, String otherwise) {
        Object value = map.get(key);
        // YAML reads a plain "on" or "off" as a word here, but an older writer may have left true and false.
        return value == null ? otherwise : Boolean.TRUE.equals(value) ? "on" : Boolean.FALSE.equals(value) ? "off"
                : String.valueOf(value);
    }
}
