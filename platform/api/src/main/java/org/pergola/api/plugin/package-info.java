/** What a plugin is, as the manifest of its bundle tells. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.pergola.api.plugin;
