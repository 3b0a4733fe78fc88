/** The screen for roles and what they permit. */
package org.pergola.shell.roles;
