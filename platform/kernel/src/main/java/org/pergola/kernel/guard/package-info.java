/** The one way into plugins. */
package org.pergola.kernel.guard;
