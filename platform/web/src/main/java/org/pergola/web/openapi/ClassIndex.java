package org.pergola.web.openapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** Reads resource classes and what they speak of as bytes, so that no class of a plugin is loaded for it. */
final class ClassIndex {

    /** Finds the bytes of a class by its path. */
    @FunctionalInterface
    interface Source {
        /** Null where there is none. */
        InputStream open(String path) throws IOException;
    }

    private final Source source;
    private final Indexer indexer = new Indexer();
    private final Deque<DotName> next = new ArrayDeque<>();
    private final Set<DotName> seen = new HashSet<>();

    private ClassIndex(Source source) {
        this.source = source;
    }

    static Index of(Collection<String> classes, Source source) throws IOException {
        ClassIndex index = new ClassIndex(source);
        classes.forEach(name -> index.note(DotName.createSimple(name)));
        while (!index.next.isEmpty()) {
            index.read(index.next.remove(), classes);
        }
        return index.indexer.complete();
    }

    private void read(DotName name, Collection<String> resources) throws IOException {
        try (InputStream bytes = source.open(name.toString().replace('.', '/') + ".class")) {
            if (bytes == null) {
                return;
            }
            byte[] code = bytes.readAllBytes();
            indexer.index(new ByteArrayInputStream(code));
            ClassInfo info = Index.singleClass(new ByteArrayInputStream(code));
            for (FieldInfo field : info.fields()) {
                note(field.type());
            }
            if (resources.contains(name.toString())) {
                for (MethodInfo method : info.methods()) {
                    note(method.returnType());
                    method.parameterTypes().forEach(this::note);
                }
            }
            if (info.superName() != null) {
                note(info.superName());
            }
            info.interfaceNames().forEach(this::note);
        }
    }

    private void note(Type type) {
        switch (type.kind()) {
            case CLASS -> note(type.name());
            case ARRAY -> note(type.asArrayType().constituent());
            case PARAMETERIZED_TYPE -> {
                note(type.name());
                type.asParameterizedType().arguments().forEach(this::note);
            }
            default -> {
                // Primitive types and type variables have no class of their own.
            }
        }
    }

    private void note(DotName name) {
        String text = name.toString();
        if (List.of("java.", "jakarta.", "javax.").stream().noneMatch(text::startsWith) && seen.add(name)) {
            next.add(name);
        }
    }
}
