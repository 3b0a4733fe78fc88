package org.pergola.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles a class that is only needed in one test. */
final class Sources {

    private Sources() {
    }

    /** Name of the file in a jar to its content; a class may have others inside. */
    static Map<String, byte[]> compile(String className, String source) {
        try {
            Path folder = Files.createTempDirectory("pergola-sources");
            try {
                Path file = folder.resolve("in").resolve(className.replace('.', '/') + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, source);
                Path out = Files.createDirectories(folder.resolve("out"));
                List<String> arguments = List.of("-proc:none", "-nowarn", "--release", "21", "-d", out.toString(), "-cp",
                        System.getProperty("java.class.path"), file.toString());
                if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
                    throw new IllegalStateException(className + " does not compile");
                }
                return read(out);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> read(Path out) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                classes.put(out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
