/**
 * Videos, files and links as activities: three activity types that share how content is uploaded, kept in versions,
 * handed out by signed addresses and done. A video is done when enough of it was watched, a file or a link when it was
 * opened, or when the learner says so.
 */
@Plugin(id = "media", paths = "media")
@Needs(plugin = "learning", version = "1.0")
package org.pergola.media;

import org.pergola.api.plugin.Needs;
import org.pergola.api.plugin.Plugin;
