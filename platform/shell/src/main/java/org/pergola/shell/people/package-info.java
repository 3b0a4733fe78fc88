/** The screens for people and for one's own account. */
package org.pergola.shell.people;
