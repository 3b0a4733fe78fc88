/** How videos, files and links are given, and how they are watched and opened. */
package org.pergola.media.ui;
