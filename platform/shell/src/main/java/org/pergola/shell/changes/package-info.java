/** What has been changed, by whom and when. */
package org.pergola.shell.changes;
