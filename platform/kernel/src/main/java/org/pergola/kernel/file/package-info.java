/**
 * Immutable files by content hash, and the packages made of them. {@code ArchiveReader} is the one place where an
 * archive that somebody else made is opened.
 */
package org.pergola.kernel.file;
