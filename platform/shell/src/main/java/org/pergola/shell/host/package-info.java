/** Asks plugins for pages and parts, shows them, and follows them as they come and go. */
package org.pergola.shell.host;
