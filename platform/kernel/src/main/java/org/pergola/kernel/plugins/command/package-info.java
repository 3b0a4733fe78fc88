/** What an operator can say about plugins. */
package org.pergola.kernel.plugins.command;
