/** What pages are made of: small parts that look the same in every plugin. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.pergola.ui.part;
