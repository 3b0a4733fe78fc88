/** The data folder: everything of this installation that changes. */
package org.pergola.kernel.folder;
