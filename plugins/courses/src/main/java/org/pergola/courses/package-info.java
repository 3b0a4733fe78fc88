/**
 * Courses: a title, sections in order, and activities in them. Owns the content and the criteria, and says by them
 * when a course is completed; who is enrolled and what was seen of them is kept by learning. What an activity is,
 * and how it is played, comes from whichever plugin brings its type.
 */
@Plugin(id = "courses", paths = "courses")
@Needs(plugin = "learning", version = "1.0")
package org.pergola.courses;

import org.pergola.api.plugin.Needs;
import org.pergola.api.plugin.Plugin;
