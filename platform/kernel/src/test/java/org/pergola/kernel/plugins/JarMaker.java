package org.pergola.kernel.plugins;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Makes bundles out of sources in a test: compiled, with a manifest and component descriptions. */
public final class JarMaker {

    /** What was made before in this machine: compiling is dear. */
    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private final Path folder;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<Path> classpath = new ArrayList<>();
    private final List<String> components = new ArrayList<>();

    private JarMaker(Path folder, String symbolicName, String version) {
        this.folder = folder;
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", symbolicName);
        header("Bundle-Version", version);
    }

    public static JarMaker bundle(Path folder, String symbolicName, String version) {
        return new JarMaker(folder, symbolicName, version);
    }

    public JarMaker header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public JarMaker file(String name, String content) {
        files.put(name, content);
        return this;
    }

    public JarMaker source(String className, String source) {
        sources.put(className, source);
        return this;
    }

    /** What the sources are compiled against, beside the tests' own class path. */
    public JarMaker against(Path jar) {
        classpath.add(jar);
        return this;
    }

    public JarMaker component(String className, String attributes, String inner) {
        String name = "OSGI-INF/" + className + ".xml";
        components.add(name);
        return file(name, "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"" + className + "\" "
                + attributes + "><implementation class=\"" + className + "\"/>" + inner + "</scr:component>");
    }

    public Path make() {
        if (!components.isEmpty()) {
            header("Service-Component", String.join(",", components));
        }
        try {
            Path jar = Files.createTempFile(folder, headers.get("Bundle-SymbolicName") + "-", ".jar");
            String recipe = headers + " " + files + " " + sources;
            byte[] before = MADE.get(recipe);
            return before == null ? remember(recipe, compiled(jar)) : Files.write(jar, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path remember(String recipe, Path jar) throws IOException {
        MADE.put(recipe, Files.readAllBytes(jar));
        return jar;
    }

    private Path compiled(Path jar) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        compile(classes);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path file : compiled.filter(one -> one.toString().endsWith(".class")).sorted().toList()) {
                put(out, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                put(out, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private void compile(Path classes) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "--release", "21", "-d",
                classes.toString(), "-cp", System.getProperty("java.class.path")
                        + classpath.stream().map(jar -> java.io.File.pathSeparator + jar).reduce("", String::concat)));
        Path source = Files.createTempDirectory(folder, "sources");
        for (Map.Entry<String, String> entry : sources.entrySet()) {
            Path file = source.resolve(entry.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
            arguments.add(file.toString());
        }
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The sources of a test do not compile");
        }
    }

    public static Path kar(Path folder, Path... jars) {
        try {
            Path kar = Files.createTempFile(folder, "plugin-", ".kar");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(kar))) {
                for (Path jar : jars) {
                    put(out, "repository/" + jar.getFileName(), Files.readAllBytes(jar));
                }
            }
            return kar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(OutputStream out, String name, byte[] content) throws IOException {
        ZipOutputStream zip = (ZipOutputStream) out;
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
