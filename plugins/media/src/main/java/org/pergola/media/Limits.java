package org.pergola.media;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The settings as they are now: a change reaches whoever asks next, and restarts nothing. */
@Component(service = Limits.class, configurationPid = MediaSettings.PID)
@Designate(ocd = MediaSettings.class)
public final class Limits {

    /** Megabytes that a request may have at most, whatever is set. */
    public static final int MOST_MEBIBYTES = 10_000;

    private static final long MEBIBYTE = 1024L * 1024;

    private volatile long video;
    private volatile long file;

    @Activate
    public Limits(MediaSettings settings) {
        changed(settings);
    }

    @Modified
    void changed(MediaSettings settings) {
        video = settings.videoMegabytes() * MEBIBYTE;
        file = settings.fileMegabytes() * MEBIBYTE;
    }

    /** In bytes. */
    public long video() {
        return video;
    }

    /** In bytes. */
    public long file() {
        return file;
    }
}
