/**
 * What it means to learn, enrol and complete. Keeps the projection of every learnable, who is enrolled in what and for
 * which cycle, each attempt with its evidence, and the results that were judged from it. Content and criteria are
 * other plugins'; what they say is kept here, so that it stays readable while they are away.
 */
@Plugin(id = "learning", paths = {"enrolments", "my-learning", "catalogue"})
package org.pergola.learning;

import org.pergola.api.plugin.Plugin;
