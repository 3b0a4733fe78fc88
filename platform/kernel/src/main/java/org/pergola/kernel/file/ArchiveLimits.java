package org.pergola.kernel.file;

/**
 * How much an archive may hold.
 *
 * @param upload   bytes of the archive itself
 * @param unpacked bytes of everything in it
 * @param entries  how many, folders counted
 * @param ratio    how many times larger the whole may become
 */
public record ArchiveLimits(long upload, long unpacked, int entries, int ratio) {

    private static final long MEGABYTE = 1024L * 1024;

    /** Below this size no ratio is looked at: a small file of blanks harms nobody. */
    private static final long HARMLESS = 32 * MEGABYTE;

    static final int ENTRIES = 20_000;
    static final int RATIO = 200;

    /** Deepest folder, and the longest path, in characters. */
    static final int DEPTH = 32;
    static final int PATH = 500;

    static ArchiveLimits ofMegabytes(int upload, int unpacked) {
        return new ArchiveLimits(upload * MEGABYTE, unpacked * MEGABYTE, ENTRIES, RATIO);
    }

    /** What may come out of an archive of this size. */
    long allowed(long archive) {
        return Math.min(unpacked, Math.max(HARMLESS, archive * ratio));
    }
}
