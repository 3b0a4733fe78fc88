/** The screen for settings: a form for each page that the platform or a plugin describes. */
package org.pergola.shell.settings;
