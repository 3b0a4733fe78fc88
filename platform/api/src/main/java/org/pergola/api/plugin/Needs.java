package org.pergola.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Requirement;

/**
 * Another plugin that this one cannot do without, beside {@link Plugin} on {@code package-info.java}. The build turns
 * it into a requirement that the plugin manager meets: the named version or a later one below the next major.
 *
 * @since 0.1
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
@Repeatable(Needs.All.class)
@Requirement(namespace = Plugin.NAMESPACE, effective = "active",
        filter = "(&(plugin=${#plugin})(version>=${#version})(!(version>=${versionmask;+;${#version}})))")
public @interface Needs {

    /** The id of the plugin needed. */
    String plugin();

    /** The lowest version that will do: {@code 1.0}. */
    String version();

    /** Several needs. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PACKAGE)
    @interface All {
        Needs[] value();
    }
}
