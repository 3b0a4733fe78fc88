/** Work that takes longer than a request: a queue in the database, claimed by one node, on threads of the kernel. */
package org.pergola.kernel.job;
