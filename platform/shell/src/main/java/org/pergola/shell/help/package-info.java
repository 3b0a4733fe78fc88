/** Help: pages of Markdown that the platform and each plugin bring in {@code help/<language>/}. */
package org.pergola.shell.help;
