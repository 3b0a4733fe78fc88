package org.pergola.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A shipped plugin as another version of itself, or broken in one way: {@code PluginJar.of("learning")
 * .version("1.0.1").write(folder)}. Its classes are the shipped ones; only what the methods say is changed.
 */
public final class PluginJar {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Pattern OF_ITSELF = Pattern.compile("(org\\.pergola\\.plugin;[^,]*?plugin=\"?[a-z0-9]+\"?;"
            + "version:Version=\")[^\"]*(\")");
    private static final Pattern EXPORT = Pattern.compile("(org\\.pergola\\.[a-z0-9.]+);version=\"(\\d+)\\.(\\d+)\\.(\\d+)\"");

    private final String id;
    private final boolean kar;
    private final Map<String, Map<String, byte[]>> jars;

    private PluginJar(String id, boolean kar, Map<String, Map<String, byte[]>> jars) {
        this.id = id;
        this.kar = kar;
        this.jars = jars;
    }

    /** The plugin as it is shipped, from the folder that the system property {@code pergola.bundled} names. */
    public static PluginJar of(String id) {
        return of(id, Path.of(System.getProperty("pergola.bundled")));
    }

    /** The plugin among the files of a folder. */
    public static PluginJar of(String id, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                PluginJar jar = read(id, file);
                if (jar.jars.values().stream().anyMatch(entries -> header(entries, "Provide-Capability")
                        .matches("(?s).*org\\.pergola\\.plugin;[^,]*plugin=\"?" + id + "\"?;.*"))) {
                    return jar;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("There is no plugin " + id + " in " + folder);
    }

    private static PluginJar read(String id, Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Map<String, byte[]> entries = entries(content);
        if (entries.containsKey(MANIFEST) && !header(entries, "Bundle-SymbolicName").isEmpty()) {
            return new PluginJar(id, false, new TreeMap<>(Map.of(file.getFileName().toString(), entries)));
        }
        Map<String, Map<String, byte[]>> jars = new TreeMap<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().endsWith(".jar")) {
                jars.put(entry.getKey(), entries(entry.getValue()));
            }
        }
        return new PluginJar(id, true, jars);
    }

    /** The same classes under another version. */
    public PluginJar version(String version) {
        return everyManifest(headers -> {
            headers.put(new Attributes.Name("Bundle-Version"), version);
            change(headers, "Provide-Capability", value -> OF_ITSELF.matcher(value)
                    .replaceAll("$1" + version + "$2"));
        });
    }

    /**
     * An API with one class more: the package that the plugin exports gets the class and the next minor version, and
     * the plugin's own bundles import that one.
     */
    public PluginJar withClass(String simpleName) {
        for (Map<String, byte[]> entries : jars.values()) {
            Matcher export = EXPORT.matcher(header(entries, "Export-Package"));
            if (export.find()) {
                String name = export.group(1);
                int major = Integer.parseInt(export.group(2));
                int minor = Integer.parseInt(export.group(3)) + 1;
                entries.putAll(Sources.compile(name + "." + simpleName,
                        "package " + name + "; public interface " + simpleName + " { }"));
                String before = export.group();
                String after = name + ";version=\"" + major + "." + minor + ".0\"";
                return everyManifest(headers -> {
                    change(headers, "Export-Package", value -> value.replace(before, after));
                    change(headers, "Import-Package", value -> value.replaceAll(Pattern.quote(name)
                            + ";version=\"\\[[^\"]*\\)\"", name + ";version=\"[" + major + "." + minor + ","
                                    + major + "." + (minor + 1) + ")\""));
                });
            }
        }
        throw new IllegalStateException(id + " exports nothing");
    }

    /** Throws while it starts. */
    public PluginJar throwing() {
        return activator("throw new IllegalStateException(\"This version does not start\");");
    }

    /** Never ends starting, unless it is interrupted. */
    public PluginJar hanging() {
        return activator("Thread.sleep(3_600_000);");
    }

    private PluginJar activator(String body) {
        String name = "org.pergola." + id + ".OnStart";
        own().putAll(Sources.compile(name, "package org.pergola." + id + "; import org.osgi.framework.*; "
                + "public class OnStart implements BundleActivator { public void start(BundleContext context) "
                + "throws Exception { " + body + " } public void stop(BundleContext context) { } }"));
        return ownHeader("Bundle-Activator", name).importing("org.osgi.framework");
    }

    private PluginJar importing(String name) {
        String before = header(own(), "Import-Package");
        boolean there = Pattern.compile("(^|,)" + Pattern.quote(name) + "[;,]").matcher(before + ",").find();
        return there ? this : ownHeader("Import-Package", before.isEmpty() ? name : before + "," + name);
    }

    /** Has a script that no database runs. */
    public PluginJar withBadScript() {
        own().put("db/V9999__broken.sql", "THIS IS NO SQL;".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Needs a version of another plugin that is not there. */
    public PluginJar needing(String plugin, int major) {
        String need = "org.pergola.plugin;effective:=active;filter:=\"(&(plugin=" + plugin + ")(version>=" + major
                + ".0)(!(version>=" + (major + 1) + ")))\"";
        String before = header(own(), "Require-Capability");
        return ownHeader("Require-Capability", before.isEmpty() ? need : before + "," + need);
    }

    /** Is a fragment of a bundle of the platform. */
    public PluginJar fragment() {
        return ownHeader("Fragment-Host", "org.pergola.kernel");
    }

    /** Exports a copy of the platform's API. */
    public PluginJar withCopyOfTheApi() {
        return ownHeader("Export-Package", "org.pergola.api.text;version=\"0.1.0\"");
    }

    /** Any header of the plugin's own bundle. */
    public PluginJar ownHeader(String name, String value) {
        own().put(MANIFEST, manifest(own(), headers -> headers.put(new Attributes.Name(name), value)));
        return this;
    }

    /** Any file in the plugin's own bundle. */
    public PluginJar ownFile(String name, byte[] content) {
        own().put(name, content);
        return this;
    }

    /** Writes it into the folder, under a name of its own, and answers the file. */
    public Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, id + "-", kar ? ".kar" : ".jar");
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        if (!kar) {
            return zip(jars.values().iterator().next());
        }
        Map<String, byte[]> all = new LinkedHashMap<>();
        jars.forEach((name, entries) -> all.put(name, zip(entries)));
        return zip(all);
    }

    private Map<String, byte[]> own() {
        return jars.values().stream().filter(entries -> OF_ITSELF.matcher(header(entries, "Provide-Capability")).find())
                .findFirst().orElseThrow();
    }

    private interface Headers {
        void change(Attributes headers);
    }

    private PluginJar everyManifest(Headers change) {
        jars.values().forEach(entries -> entries.put(MANIFEST, manifest(entries, change)));
        return this;
    }

    private static void change(Attributes headers, String name, UnaryOperator<String> change) {
        String value = headers.getValue(name);
        if (value != null) {
            headers.put(new Attributes.Name(name), change.apply(value));
        }
    }

    private static String header(Map<String, byte[]> entries, String name) {
        try {
            byte[] content = entries.get(MANIFEST);
            String value = content == null ? null
                    : new Manifest(new ByteArrayInputStream(content)).getMainAttributes().getValue(name);
            return value == null ? "" : value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] manifest(Map<String, byte[]> entries, Headers change) {
        try {
            Manifest manifest = new Manifest(new ByteArrayInputStream(entries.get(MANIFEST)));
            change.change(manifest.getMainAttributes());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            manifest.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            List<String> names = Stream.concat(Stream.of(MANIFEST).filter(entries::containsKey),
                    entries.keySet().stream().filter(name -> !name.equals(MANIFEST))).toList();
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(entries.get(name));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
