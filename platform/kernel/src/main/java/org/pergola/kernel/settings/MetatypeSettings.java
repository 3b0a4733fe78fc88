package org.pergola.kernel.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.error.Refused;
import org.pergola.api.settings.Settings;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.kernel.folder.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings whose truth is the database and the files, handed on to the components at start and on each change. */
@Component(immediate = true)
public final class MetatypeSettings implements Settings {

    private static final Logger LOG = LoggerFactory.getLogger(MetatypeSettings.class);
    private static final String MANAGE = "kernel.settings.manage";

    private final Database database;
    private final ConfigurationAdmin configurations;
    private final Access access;
    private final Clock clock;
    private final Audit audit;
    private final Definitions definitions;
    private final SettingFiles files;
    private final Secrets secrets;

    @Activate
    public MetatypeSettings(BundleContext context, @Reference MetaTypeService metatype,
            @Reference ConfigurationAdmin configurations, @Reference Database database, @Reference Access access,
            @Reference Clock clock, @Reference Audit audit) {
        this(new Definitions(context, metatype), configurations, database, access, clock, audit,
                DataFolder.ofProcess());
    }

    MetatypeSettings(Definitions definitions, ConfigurationAdmin configurations, Database database, Access access,
            Clock clock, Audit audit, DataFolder folder) {
        this.definitions = definitions;
        this.configurations = configurations;
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.audit = audit;
        this.files = new SettingFiles(folder);
        this.secrets = new Secrets(folder);
        Set<String> pids = new TreeSet<>(files.pids(Definitions.PREFIX));
        pids.addAll(database.read(tx -> new StoredSettings(tx.sql(), secrets).pids()));
        pids.forEach(this::handOnAtStart);
    }

    /** What cannot be read of one plugin's settings keeps no other from its own. */
    private void handOnAtStart(String pid) {
        try {
            handOn(pid);
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.error("The settings of {} were not handed on; it runs with its defaults", pid, e);
        }
    }

    @Override
    public List<Page> pages() {
        access.require(MANAGE, Target.everywhere());
        return definitions.all().stream().map(this::page).sorted(Comparator.comparing(Page::name)).toList();
    }

    @Override
    public Optional<Page> find(String pid) {
        access.require(MANAGE, Target.everywhere());
        return definitions.find(pid).map(this::page);
    }

    private Page page(Definitions.Described described) {
        Map<String, String> stored = stored(described.pid());
        Map<String, String> byFile = files.read(described.pid());
        List<Field> fields = described.fields().values().stream().map(definition -> {
            Optional<String> fromFile = Optional.ofNullable(byFile.get(definition.key()));
            return definition.field(fromFile.or(() -> Optional.ofNullable(stored.get(definition.key()))),
                    fromFile.map(value -> files.of(described.pid()).toString()));
        }).toList();
        return new Page(described.pid(), described.plugin(), described.name(), described.help(), fields);
    }

    private Map<String, String> stored(String pid) {
        return database.read(tx -> new StoredSettings(tx.sql(), secrets).read(pid));
    }

    @Override
    public void save(String pid, Map<String, String> values) {
        access.require(MANAGE, Target.everywhere());
        Definitions.Described described = definitions.find(pid)
                .orElseThrow(() -> Refused.missing(Text.of("kernel.settings.missing")));
        values.keySet().stream().filter(key -> !described.fields().containsKey(key)).findFirst().ifPresent(key -> {
            throw Refused.invalid(key, Text.of("kernel.settings.unknown", key));
        });
        Map<String, String> changed = changed(described, values);
        if (changed.isEmpty()) {
            return;
        }
        Instant now = clock.now();
        database.run(tx -> {
            StoredSettings rows = new StoredSettings(tx.sql(), secrets);
            Map<String, String> before = rows.read(pid);
            Map<String, Audit.Change> changes = new LinkedHashMap<>();
            changed.forEach((key, value) -> {
                boolean secret = described.fields().get(key).secret();
                rows.write(pid, key, value, secret, now);
                changes.put(key, secret ? new Audit.Change(Optional.empty(), Optional.empty())
                        : new Audit.Change(Optional.ofNullable(before.get(key)), Optional.of(value)));
            });
            audit.record(Audit.Entry.of("kernel.settings.changed", new Audit.Subject("settings",
                    UUID.nameUUIDFromBytes(pid.getBytes(StandardCharsets.UTF_8)), described.name())).with(changes));
            database.afterCommit(() -> handOn(pid));
        });
    }

    /** What differs from now, checked in the order of the form; an empty password means as it is. */
    private Map<String, String> changed(Definitions.Described described, Map<String, String> values) {
        Map<String, String> stored = stored(described.pid());
        Map<String, String> byFile = files.read(described.pid());
        Map<String, String> changed = new LinkedHashMap<>();
        described.fields().forEach((key, definition) -> {
            String given = values.get(key);
            if (given == null || definition.secret() && given.isEmpty()) {
                return;
            }
            String value = definition.checked(given);
            if (byFile.containsKey(key)) {
                if (!byFile.get(key).equals(value)) {
                    throw new Refused(Refused.Kind.CONFLICT,
                            Text.of("kernel.settings.file", files.of(described.pid()).toString()), key);
                }
            } else if (!value.equals(stored.getOrDefault(key, definition.defaultValue()))) {
                changed.put(key, value);
            }
        });
        return changed;
    }

    private void handOn(String pid) {
        Map<String, String> values = new LinkedHashMap<>(stored(pid));
        values.putAll(files.read(pid));
        // An empty number or switch is no value: the component takes its default then.
        values.values().removeIf(String::isEmpty);
        try {
            Configuration configuration = configurations.getConfiguration(pid, "?");
            configuration.updateIfDifferent(new Hashtable<>(values));
        } catch (IOException e) {
            throw new UncheckedIOException("The settings of " + pid + " could not be handed on", e);
        }
    }
}
