/**
 * What runs before and outside OSGi: {@link org.pergola.launcher.Server} reads the options, prepares the data folder,
 * starts Karaf and says when it is ready; {@link org.pergola.launcher.CommandClient} is {@code bin/pergola}.
 */
package org.pergola.launcher;
