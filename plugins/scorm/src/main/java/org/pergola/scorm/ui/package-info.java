/** What SCORM shows on the pages of a course: the player's frame, and the package's facts in the editor. */
package org.pergola.scorm.ui;
