package org.pergola.vaadin;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets go of classes that Vaadin and the JDK keep in caches. Call it when a plugin has stopped and its pages are
 * closed: else its class loader, with all that it holds, stays until the process ends. Costs under a millisecond; the
 * caches fill again by use.
 */
@ProviderType
public interface ClassLoaderHygiene {

    void forgetAll();
}
