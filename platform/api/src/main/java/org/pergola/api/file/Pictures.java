package org.pergola.api.file;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Pictures that people bring, shown on the portal's own pages at {@code /files/{hash}}. The platform decodes and encodes
 * them again, upright and without what a camera wrote beside them, so that no byte of the upload is ever served.
 *
 * @since 0.1
 */
@ProviderType
public interface Pictures {

    /** Bytes of the largest upload. */
    long LIMIT = 20L * 1024 * 1024;

    /** Extensions of what is taken, for a place to drop files. */
    String ACCEPT = ".jpg,.jpeg,.png,.gif";

    /** Widths that are made, in pixels, as far as the picture is that wide. */
    Set<Integer> WIDTHS = Set.of(320, 640, 1280);

    /**
     * A picture in its largest size.
     *
     * @param width  in pixels
     * @param height in pixels
     */
    record Picture(String hash, int width, int height) {

        /** On the portal. */
        public String address() {
            return Pictures.address(hash);
        }
    }

    /** One size of a picture, as it is sent. @param type its media type */
    record Size(Blobs.Blob blob, String type, int width, int height) {
    }

    /** Of the largest size, on the portal; with {@code ?width=640} the smallest that is at least as wide. */
    static String address(String hash) {
        return "/files/" + hash;
    }

    /**
     * Stores a picture (JPEG, PNG, or the first frame of a GIF); the same picture is there once.
     *
     * @param name        what the person calls the file, for the sentence of a refusal
     * @param permissions who has one of them anywhere may see it; may hold
     *                    {@link org.pergola.api.access.Access#PUBLIC} or {@code SIGNED_IN}
     * @throws org.pergola.api.error.Refused (invalid) where it is no picture, has too many pixels, is broken, or is
     *                                       something else as well; (too large) past {@link #LIMIT}
     */
    Picture put(String name, InputStream bytes, Set<String> permissions);

    /** Whoever asks. */
    Optional<Picture> find(String hash);

    /**
     * The smallest size that is at least so wide, else the largest; empty where there is no such picture, or the acting
     * person may not see it.
     */
    Optional<Size> size(String hash, int atLeast);
}
