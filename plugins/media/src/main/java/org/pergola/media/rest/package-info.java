/** Videos, files and links over REST: for who makes them, and for who learns with them. */
package org.pergola.media.rest;
