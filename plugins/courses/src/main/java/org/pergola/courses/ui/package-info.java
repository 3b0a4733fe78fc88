/** The page of a course, the frame that plays it, and the administration of courses. */
package org.pergola.courses.ui;
