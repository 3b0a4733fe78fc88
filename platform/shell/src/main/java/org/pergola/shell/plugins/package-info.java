/** The screen for plugins: what there is, how it does, and every change of it with a plan first. */
package org.pergola.shell.plugins;
