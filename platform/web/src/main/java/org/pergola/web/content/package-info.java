/** Content that others made, on an origin of its own; and the files that plugins bring for their pages. */
package org.pergola.web.content;
