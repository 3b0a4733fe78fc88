package org.pergola.kernel.access;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pergola.api.text.Text;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code permissions.yaml}, as docs/reference/permissions.md describes it. */
final class PermissionFile {

    private static final Pattern SEGMENTS = Pattern.compile("[a-z][a-zA-Z0-9-]*(\\.[a-z][a-zA-Z0-9-]*){2,}");
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9.-]{1,99}");
    private static final String EVERYWHERE = "everywhere";

    private final String owner;

    PermissionFile(String owner) {
        this.owner = owner;
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong where */
    Declared read(InputStream yaml) {
        Map<?, ?> root;
        try {
            Object loaded = new Load(LoadSettings.builder().setLabel("permissions.yaml").setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0).build()).loadFromInputStream(yaml);
            root = loaded == null ? Map.of() : map(loaded, "the file");
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("permissions.yaml of " + owner + " is no YAML: " + e.getMessage(), e);
        }
        for (Object key : root.keySet()) {
            if (!Set.of("permissions", "roles", "system").contains(key)) {
                throw wrong("knows no \"" + key + "\"");
            }
        }
        List<Declared.Permission> permissions = list(root.get("permissions"), "permissions").stream()
                .map(entry -> permission(map(entry, "a permission"))).toList();
        List<Declared.SuggestedRole> roles = list(root.get("roles"), "roles").stream()
                .map(entry -> role(map(entry, "a role"))).toList();
        return new Declared(owner, permissions, roles, words(root.get("system"), "system"));
    }

    private Declared.Permission permission(Map<?, ?> entry) {
        String name = word(entry.get("name"), "the name of a permission");
        if (!SEGMENTS.matcher(name).matches() || !name.startsWith(owner + ".")) {
            throw wrong("names a permission \"" + name + "\": it is " + owner + ".<object>.<verb>");
        }
        Set<String> scopes = words(entry.get("scopes"), "scopes");
        String title = entry.get("title") instanceof String key ? key : name + ".title";
        return new Declared.Permission(name, Text.of(title), scopes.isEmpty() ? Set.of(EVERYWHERE) : scopes,
                !Boolean.FALSE.equals(entry.get("administration")));
    }

    private Declared.SuggestedRole role(Map<?, ?> entry) {
        String id = word(entry.get("id"), "the id of a role");
        if (!ROLE.matcher(id).matches()) {
            throw wrong("names a role \"" + id + "\": lower case letters, digits, dots and hyphens");
        }
        return new Declared.SuggestedRole(id, nameKey(id, entry.get("name")),
                words(entry.get("permissions"), "the permissions of " + id));
    }

    private Optional<String> nameKey(String id, Object given) {
        if (given instanceof String key) {
            return Optional.of(key);
        }
        if (owner.equals("kernel")) {
            return Optional.of("kernel.role." + id);
        }
        return id.startsWith(owner + ".") ? Optional.of(owner + ".role." + id.substring(owner.length() + 1))
                : Optional.empty();
    }

    private Set<String> words(Object value, String what) {
        Set<String> words = new LinkedHashSet<>();
        for (Object entry : list(value, what)) {
            words.add(word(entry, what));
        }
        return Set.copyOf(words);
    }

    private List<Object> list(Object value, String what) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> entries) {
            return new ArrayList<>(entries);
        }
        throw wrong("has no list for " + what);
    }

    private Map<?, ?> map(Object value, String what) {
        if (value instanceof Map<?, ?> entries) {
            return entries;
        }
        throw wrong("has something else than keys and values for " + what);
    }

    private String word(Object value, String what) {
        if (value instanceof String word && !word.isBlank()) {
            return word.trim();
        }
        throw wrong("has no word for " + what);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("permissions.yaml of " + owner + " " + what + ".");
    }
}
