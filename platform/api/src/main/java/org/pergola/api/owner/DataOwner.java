package org.pergola.api.owner;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.pergola.api.text.Text;

/**
 * What a plugin holds for people. Asked before a change that touches somebody; the last answer is kept for the time
 * that the plugin is off.
 *
 * @since 0.1
 */
@ConsumerType
public interface DataOwner {

    /**
     * What uses this plugin now, most telling first: "2 reports use it", "148 people read them".
     *
     * @return empty where nobody is touched
     */
    List<Usage> usage();

    /** @param words already with the count in it; its count is the first argument */
    record Usage(long count, Text words) {
    }
}
