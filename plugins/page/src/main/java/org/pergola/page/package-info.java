/**
 * A page of text as an activity: written in Markdown, shown as sanitised HTML, done when the learner has read it to
 * the end and says so. The smallest activity type that is whole; others can be copied from it.
 */
@Plugin(id = "page", paths = "pages")
@Needs(plugin = "learning", version = "1.0")
package org.pergola.page;

import org.pergola.api.plugin.Needs;
import org.pergola.api.plugin.Plugin;
