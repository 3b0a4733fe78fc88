/** What stands around the pages: the portal's bar, the administration's drawer, their menus. */
package org.pergola.shell.frame;
