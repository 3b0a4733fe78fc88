/**
 * Packages of SCORM 1.2 and SCORM 2004, played in the learner's browser on the content origin. The package speaks to
 * a run-time in the player's page; the server checks and keeps every commit, resumes where the learner left, and rolls
 * the results of a package's parts up to its activity.
 */
@Plugin(id = "scorm", paths = "scorm")
@Needs(plugin = "learning", version = "1.0")
package org.pergola.scorm;

import org.pergola.api.plugin.Needs;
import org.pergola.api.plugin.Plugin;
