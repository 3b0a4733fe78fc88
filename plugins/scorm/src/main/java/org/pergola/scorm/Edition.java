package org.pergola.scorm;

/** The two run-time data models; the editions of SCORM 2004 share one. */
public enum Edition {
    SCORM_12("SCORM 1.2"), SCORM_2004("SCORM 2004");

    private final String words;

    Edition(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
