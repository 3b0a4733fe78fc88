/** The present, and the installation's zone. */
package org.pergola.kernel.time;
