/** Each bundle's own tables, in one transaction with everybody's. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.pergola.api.data;
