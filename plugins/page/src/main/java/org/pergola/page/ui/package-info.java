/** How a page is written, and how it is read. */
package org.pergola.page.ui;
