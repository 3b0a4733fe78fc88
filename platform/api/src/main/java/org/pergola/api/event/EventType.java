package org.pergola.api.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and version under which an event is stored. @since 0.1 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** {@code <plugin>.<object>.<what happened>}: {@code kernel.user.created}. */
    String name();

    int version() default 1;
}
