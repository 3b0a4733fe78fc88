/** Threads that belong to the kernel, the plugins they are inside of, and which node does what only one may do. */
package org.pergola.kernel.work;
