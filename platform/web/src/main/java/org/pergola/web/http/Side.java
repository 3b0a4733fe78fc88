package org.pergola.web.http;

/** Which of the installation's origins a request came to, by its Host header. */
public enum Side {
    /** The portal's: pages, with a cookie. */
    PORTAL,
    /** The content's: packages and uploads, never a cookie. */
    CONTENT,
    /** Another name of this machine: machines are answered there, people are sent to the portal. */
    BACK,
    /** A name that is not ours: nothing is answered. */
    UNKNOWN
}
