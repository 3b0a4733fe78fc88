package org.pergola.api.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a REST resource asks for before it is called: a coarse gate, passed by who has the permission
 * anywhere. The service behind asks for the object itself. On a method it beats the one on the class. A resource with
 * a method that declares none is not registered, and the log says so.
 *
 * @since 0.1
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {

    /**
     * A permission of a {@code permissions.yaml}, or {@link org.pergola.api.access.Access#SIGNED_IN}, or
     * {@link org.pergola.api.access.Access#PUBLIC}.
     */
    String value();
}
