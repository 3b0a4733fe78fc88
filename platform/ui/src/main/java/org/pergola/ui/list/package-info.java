/** Lists that are loaded as one scrolls, with search, views and details beside. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.pergola.ui.list;
