/** The screen for the tree of org units. */
package org.pergola.shell.units;
