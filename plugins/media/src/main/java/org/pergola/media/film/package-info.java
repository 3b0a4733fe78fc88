/** What video files and captions say of themselves: read here, on the server, which believes no browser. */
package org.pergola.media.film;
