/**
 * Pictures that people bring. What they upload is decoded here and encoded again, so that nobody is ever sent a byte of
 * it: a file may be a picture and a page or an archive at once.
 */
package org.pergola.kernel.picture;
