/**
 * What the user interface is built on: Vaadin runs in this bundle, and the services here start it for one
 * {@link org.pergola.vaadin.UiApplication}, reach the open pages and let go of plugin classes.
 */
@Export
@Version("1.0.0")
package org.pergola.vaadin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
