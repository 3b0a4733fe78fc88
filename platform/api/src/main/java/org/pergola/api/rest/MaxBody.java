package org.pergola.api.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How large the body of a resource method may be: for uploads, which are raw bodies taken as an
 * {@link java.io.InputStream}. Without it 1 MiB. What is larger is answered with 413.
 *
 * @since 0.1
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MaxBody {

    /** Mebibytes. */
    int mebibytes();
}
