package org.pergola.kernel.plugins.archive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.framework.Version;
import org.pergola.api.error.Refused;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;

/** What a plugin may not bring. Each refusal says in words what is wrong. */
public final class Checks {

    /** Packages of the platform, also those that nobody exports just now. */
    private static final List<String> PLATFORM = List.of("org.pergola.api", "org.pergola.ui", "org.pergola.kernel",
            "org.pergola.web", "org.pergola.shell", "org.pergola.persistence", "org.pergola.vaadin", "com.vaadin",
            "org.jooq", "jakarta", "javax", "java", "org.osgi");

    /** First segments that belong to the platform, beside {@link PluginId#RESERVED}. */
    private static final Set<String> PATHS = Set.of("plugins", "users", "org-units", "roles", "permissions", "grants",
            "jobs", "tokens", "commands", "changes", "settings", "people", "units", "help", "openapi.json", "docs",
            "metrics", "logout", "setup");

    private static final Pattern PATH = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

    private final Surroundings around;

    public Checks(Surroundings around) {
        this.around = around;
    }

    /** @throws Refused (conflict) where it is there already */
    public void install(PluginArchive archive) {
        if (installed(archive.id()).isPresent()) {
            throw Refused.conflict(Text.of("kernel.plugin.there", archive.id().value()));
        }
        everything(archive);
    }

    /** @throws Refused (conflict) where the version does not rise */
    public void update(PluginArchive now, PluginArchive next) {
        if (!now.id().equals(next.id())) {
            throw Refused.invalid(Text.of("kernel.plugin.other", next.id().value(), now.id().value()));
        }
        if (next.version().compareTo(now.version()) <= 0) {
            throw Refused.conflict(Text.of("kernel.plugin.version.lower", next.id().value(), next.version().toString(),
                    now.version().toString()));
        }
        everything(next);
    }

    private void everything(PluginArchive archive) {
        if (!archive.version().getQualifier().isEmpty()) {
            throw Refused.invalid(Text.of("kernel.plugin.version.qualifier", archive.version().toString()));
        }
        names(archive);
        exports(archive);
        paths(archive);
        needs(archive);
    }

    private void names(PluginArchive archive) {
        for (BundleFile bundle : archive.bundles()) {
            if (around.platformNames().contains(bundle.symbolicName())) {
                throw Refused.invalid(Text.of("kernel.plugin.name.platform", bundle.symbolicName()));
            }
            others(archive.id()).stream().filter(other -> other.bundles().stream()
                    .anyMatch(theirs -> theirs.symbolicName().equals(bundle.symbolicName()))).findFirst()
                    .ifPresent(other -> {
                        throw Refused.invalid(Text.of("kernel.plugin.name.taken", bundle.symbolicName(),
                                other.id().value()));
                    });
        }
    }

    private void exports(PluginArchive archive) {
        for (String name : archive.exports().keySet()) {
            if (around.platformPackages().contains(name)
                    || PLATFORM.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."))) {
                throw Refused.invalid(Text.of("kernel.plugin.exports.platform", name));
            }
            others(archive.id()).stream().filter(other -> other.exports().containsKey(name)).findFirst()
                    .ifPresent(other -> {
                        throw Refused.invalid(Text.of("kernel.plugin.exports.taken", name, other.id().value()));
                    });
        }
    }

    private void paths(PluginArchive archive) {
        for (String path : archive.paths()) {
            if (!PATH.matcher(path).matches()) {
                throw Refused.invalid(Text.of("kernel.plugin.path.malformed", path));
            }
            if (PATHS.contains(path) || PluginId.RESERVED.contains(path)) {
                throw Refused.invalid(Text.of("kernel.plugin.path.reserved", path));
            }
            others(archive.id()).stream().filter(other -> other.paths().contains(path)).findFirst()
                    .ifPresent(other -> {
                        throw Refused.invalid(Text.of("kernel.plugin.path.taken", path, other.id().value()));
                    });
        }
    }

    private void needs(PluginArchive archive) {
        for (Need need : archive.needs()) {
            unmet(need).ifPresent(reason -> {
                throw Refused.invalid(reason);
            });
        }
        for (PluginArchive other : others(archive.id())) {
            for (Need need : other.needs()) {
                if (need.plugin().equals(archive.id().value()) && !need.metBy(archive.version())) {
                    throw Refused.invalid(Text.of("kernel.plugin.need.other", other.id().value(), need.words(),
                            archive.version().toString()));
                }
            }
        }
    }

    private Optional<Text> unmet(Need need) {
        Optional<Version> here = around.installed().stream()
                .filter(other -> other.id().value().equals(need.plugin())).map(PluginArchive::version).findFirst();
        return unmet(need, here);
    }

    /** Why the need is not met by what is here: {@code needs learning 2.x, here is 1.4}. */
    public static Optional<Text> unmet(Need need, Optional<Version> here) {
        if (here.isEmpty()) {
            return Optional.of(Text.of("kernel.plugin.need.missing", need.plugin(), need.versions()));
        }
        return need.metBy(here.get()) ? Optional.empty()
                : Optional.of(Text.of("kernel.plugin.need.version", need.plugin(), need.versions(),
                        here.get().getMajor() + "." + here.get().getMinor()));
    }

    private Optional<PluginArchive> installed(PluginId id) {
        return around.installed().stream().filter(other -> other.id().equals(id)).findFirst();
    }

    private List<PluginArchive> others(PluginId id) {
        return around.installed().stream().filter(other -> !other.id().equals(id)).toList();
    }
}
