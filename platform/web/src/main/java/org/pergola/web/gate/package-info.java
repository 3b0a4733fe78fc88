/** Holds requests while the plugin that answers them is swapped. */
package org.pergola.web.gate;
