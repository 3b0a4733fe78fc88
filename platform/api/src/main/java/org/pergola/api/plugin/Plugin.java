package org.pergola.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Header;

/**
 * Makes a bundle a plugin: written on the {@code package-info.java} of its root package, once. The build turns it
 * into the capability {@code org.pergola.plugin} with the bundle's version. Texts {@code <id>.plugin.name} and
 * {@code <id>.plugin.summary} name it on the screen.
 *
 * @since 0.1
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
@Capability(namespace = Plugin.NAMESPACE, attribute = "version:Version=\"${Bundle-Version}\"")
@Header(name = Plugin.PATHS, value = "${def;#paths}")
public @interface Plugin {

    /** The namespace of the capability. */
    String NAMESPACE = "org.pergola.plugin";

    /** The header that lists the paths. */
    String PATHS = "Pergola-Paths";

    /** The {@link PluginId}. */
    @Attribute("plugin")
    String id();

    /** First segments of the pages and of the REST paths that are this plugin's, such as {@code webhooks}. */
    String[] paths() default {};
}
