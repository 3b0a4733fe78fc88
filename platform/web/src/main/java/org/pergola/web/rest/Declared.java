package org.pergola.web.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pergola.api.rest.Requires;

/** What a resource class declares, by its annotations or those of what it extends and implements. */
final class Declared {

    private Declared() {
    }

    /** The root path; empty where the class is no root resource. */
    static Optional<String> path(Class<?> resource) {
        return find(resource, Path.class).map(Path::value);
    }

    /** Methods that answer requests and say by nobody's leave. */
    static List<Method> withoutPermission(Class<?> resource) {
        return Arrays.stream(resource.getMethods()).filter(Declared::answers)
                .filter(method -> permission(resource, method).isEmpty()).toList();
    }

    static Optional<String> permission(Class<?> resource, Method method) {
        return find(method, Requires.class).or(() -> find(resource, Requires.class)).map(Requires::value);
    }

    private static boolean answers(Method method) {
        return declarations(method).stream().flatMap(one -> Arrays.stream(one.getAnnotations()))
                .anyMatch(annotation -> annotation instanceof Path
                        || annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    static <A extends Annotation> Optional<A> find(Method method, Class<A> annotation) {
        return declarations(method).stream().map(one -> one.getAnnotation(annotation))
                .filter(java.util.Objects::nonNull).findFirst();
    }

    private static <A extends Annotation> Optional<A> find(Class<?> type, Class<A> annotation) {
        return lineage(type).stream().map(one -> one.getAnnotation(annotation)).filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private static List<Method> declarations(Method method) {
        return lineage(method.getDeclaringClass()).stream().flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())).toList();
    }

    private static List<Class<?>> lineage(Class<?> type) {
        List<Class<?>> all = new java.util.ArrayList<>();
        for (Class<?> one = type; one != null && one != Object.class; one = one.getSuperclass()) {
            all.add(one);
            all.addAll(Arrays.asList(one.getInterfaces()));
        }
        return all;
    }
}
