package org.pergola.kernel.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.felix.utils.manifest.Attribute;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.pergola.api.error.Refused;
import org.pergola.api.plugin.Plugin;
import org.pergola.api.text.Text;

/** Reads what the manifest of one jar says. */
final class JarReader {

    /** What one jar brings: the bundle, and what it says of a plugin where it is the plugin's own. */
    record Read(BundleFile bundle, Optional<Declared> plugin) {
    }

    record Declared(String id, Optional<Version> version, List<Need> needs, Set<String> paths, String icon) {
    }

    /** The header that names the Lucide icon of the plugin. */
    private static final String ICON = "Pergola-Icon";

    /** What a build writes anew each time, though nothing has changed. */
    private static final Pattern NOTES = Pattern.compile("META-INF/(MANIFEST\\.MF|maven/.*|[^/]*\\.(SF|RSA|DSA|EC))",
            Pattern.CASE_INSENSITIVE);

    private final String name;
    private final Attributes headers;

    private JarReader(String name, Attributes headers) {
        this.name = name;
        this.headers = headers;
    }

    /** Whether the manifest is a bundle's. */
    static boolean isBundle(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) != null;
        }
    }

    /** @param limit of bytes when unpacked */
    static Read read(String name, Path jar, long limit) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            if (manifest == null || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
                throw refused("kernel.plugin.no-bundle", name);
            }
            String contents = digest(name, file, limit);
            return new JarReader(name, manifest.getMainAttributes()).read(jar, contents);
        } catch (IllegalArgumentException | SecurityException e) {
            throw refused("kernel.plugin.manifest", name, String.valueOf(e.getMessage())).because(e);
        }
    }

    private Read read(Path jar, String contents) {
        if (header(Constants.FRAGMENT_HOST).isPresent()) {
            throw refused("kernel.plugin.fragment", name);
        }
        if (header(Constants.DYNAMICIMPORT_PACKAGE).isPresent()) {
            throw refused("kernel.plugin.dynamic", name);
        }
        List<Clause> capabilities = clauses(Constants.PROVIDE_CAPABILITY)
                .filter(clause -> clause.getName().equals(Plugin.NAMESPACE)).toList();
        if (capabilities.size() > 1) {
            throw refused("kernel.plugin.two", name);
        }
        Map<String, Version> exports = new TreeMap<>();
        clauses(Constants.EXPORT_PACKAGE).forEach(clause -> exports.put(clause.getName(),
                attribute(clause, "version").map(Version::parseVersion).orElse(Version.emptyVersion)));
        String symbolicName = clauses(Constants.BUNDLE_SYMBOLICNAME).findFirst().map(Clause::getName).orElse("");
        BundleFile bundle = new BundleFile(symbolicName, version(), jar, exports, contents,
                !capabilities.isEmpty());
        return new Read(bundle, capabilities.stream().findFirst().map(this::declared));
    }

    private Declared declared(Clause capability) {
        List<Need> needs = clauses(Constants.REQUIRE_CAPABILITY)
                .filter(clause -> clause.getName().equals(Plugin.NAMESPACE))
                .map(clause -> Optional.ofNullable(clause.getDirective(Constants.FILTER_DIRECTIVE)).orElse(""))
                .map(this::checked).map(filter -> Need.of(filter)
                        .orElseThrow(() -> refused("kernel.plugin.manifest", name, filter)))
                .toList();
        Set<String> paths = new LinkedHashSet<>();
        header(Plugin.PATHS).ifPresent(line -> Arrays.stream(line.split(",")).map(String::strip)
                .filter(path -> !path.isEmpty()).forEach(paths::add));
        return new Declared(attribute(capability, "plugin").orElse(""),
                attribute(capability, "version").map(Version::parseVersion), needs, Set.copyOf(paths),
                header(ICON).orElse("puzzle"));
    }

    private String checked(String filter) {
        try {
            FrameworkUtil.createFilter(filter);
            return filter;
        } catch (InvalidSyntaxException e) {
            throw refused("kernel.plugin.manifest", name, filter).because(e);
        }
    }

    private Version version() {
        return header(Constants.BUNDLE_VERSION).map(Version::parseVersion).orElse(Version.emptyVersion);
    }

    private Optional<String> header(String header) {
        return Optional.ofNullable(headers.getValue(header)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private Stream<Clause> clauses(String header) {
        return header(header).map(value -> Arrays.stream(Parser.parseHeader(value))).orElse(Stream.empty());
    }

    /** An attribute by its name, whatever type stands behind it. */
    private static Optional<String> attribute(Clause clause, String name) {
        return Arrays.stream(clause.getAttributes())
                .filter(attribute -> attribute.getName().equals(name) || attribute.getName().startsWith(name + ":"))
                .map(Attribute::getValue).map(value -> value.replace("\"", "").strip()).findFirst();
    }

    /** Over everything but the manifest, signatures and Maven's notes, in the order of names. */
    private static String digest(String name, JarFile file, long limit) throws IOException {
        MessageDigest digest = Digests.sha256();
        TreeMap<String, ZipEntry> entries = new TreeMap<>();
        for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements();) {
            ZipEntry entry = all.nextElement();
            if (!entry.isDirectory() && !NOTES.matcher(entry.getName()).matches()) {
                entries.put(entry.getName(), entry);
            }
        }
        long left = limit;
        byte[] buffer = new byte[16_384];
        for (Map.Entry<String, ZipEntry> entry : entries.entrySet()) {
            digest.update((entry.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
            try (InputStream in = file.getInputStream(entry.getValue())) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw new Refused(Refused.Kind.TOO_LARGE, Text.of("kernel.plugin.unpacked", name));
                    }
                    digest.update(buffer, 0, read);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Refused refused(String key, Object... arguments) {
        return Refused.invalid(Text.of(key, arguments));
    }
}
