package org.pergola.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Where a {@link View} is and who may see it. Its values are service properties, so that the platform knows the
 * page without loading its class.
 *
 * @since 0.1
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ViewInfo {
    String PREFIX_ = "pergola.view.";

    Area area() default Area.PORTAL;

    /** Without a leading slash, with templates: {@code reports/{id}}. The first segment is the plugin's own. */
    String path();

    /** The key of its words: {@code hello.title}. */
    String title();

    /** A Lucide name in lower case. */
    String icon() default "circle";

    /** A permission of a {@code permissions.yaml}, or a constant of {@link org.pergola.api.access.Access}. */
    String permission();

    /** Whether it has an item in the menu. Paths with templates never have. */
    boolean menu() default true;

    /**
     * The group of the menu in the administration: {@link #LEARNING}, {@link #PEOPLE}, {@link #INSIGHT},
     * {@link #SYSTEM}, or a key of one's own. Empty for the top.
     */
    String section() default "";

    /** Smaller comes first; the platform's own are multiples of 100. */
    int order() default 1000;

    /** The path of the page above this one, whose menu item stays marked. */
    String parent() default "";

    String LEARNING = "shell.menu.learning";
    String PEOPLE = "shell.menu.people";
    String INSIGHT = "shell.menu.insight";
    String SYSTEM = "shell.menu.system";
}
