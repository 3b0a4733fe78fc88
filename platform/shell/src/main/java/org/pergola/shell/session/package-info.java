/** Who sits at the browser: signing in and out, and what is said when something fails. */
package org.pergola.shell.session;
