/**
 * The user interface's own part: it asks plugins for their pages and slots and shows them in its frames, and brings the
 * screens for signing in, people, access, plugins, settings, changes and help.
 */
package org.pergola.shell;
