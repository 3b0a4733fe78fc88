package org.pergola.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Header;

/**
 * Makes a bundle a plugin: written on the {@code package-info.java} of its root package, once. The build
 * settings of {@code pergola-plugin-parent} turn it into the capability {@code org.pergola.plugin} with the bundle's version. Texts {@code <id>.plugin.name} and
 * {@code <id>.plugin.summary} name it on the screen.
 *
 * @since 0.1
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
@Header(name = Plugin.ID, value = "${#id}")
@Header(name = Plugin.PATHS, value = "${#paths}")
public @interface Plugin {

    /** The namespace of the capability. */
    String NAMESPACE = "org.pergola.plugin";

    /** The header with the id, of which {@code pergola-plugin-parent} makes the capability. */
    String ID = "Pergola-Plugin";

    /** The header that lists the paths. */
    String PATHS = "Pergola-Paths";

    /** The {@link PluginId}. */
    String id();

    /** First segments of the pages and of the REST paths that are this plugin's, such as {@code webhooks}. */
    String[] paths() default {};
}
