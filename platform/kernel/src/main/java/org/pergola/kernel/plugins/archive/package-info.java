/** The file that a plugin comes in: read, taken apart and checked before anything of it runs. */
package org.pergola.kernel.plugins.archive;
