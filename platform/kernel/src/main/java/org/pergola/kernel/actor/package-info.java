/** Who is acting on a thread. */
package org.pergola.kernel.actor;
