/** The OSGi framework as the plugin manager uses it: bundles, components, class loaders, and patience with them. */
package org.pergola.kernel.plugins.framework;
