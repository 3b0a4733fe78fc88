/** Where people start: the portal's home and the administration's overview, both made of slots. */
package org.pergola.shell.home;
