/** What operators can say, and the kernel's own commands about people. */
package org.pergola.kernel.command;
