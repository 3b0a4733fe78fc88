/** Passwords: what they must be, and how they are kept. */
package org.pergola.kernel.password;
