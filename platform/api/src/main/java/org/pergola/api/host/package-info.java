/** Between the platform's own bundles. Plugins do not use this package. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.pergola.api.host;
