/** What a plugin writes its pages with: View and SlotPart, and the Page that they are shown on. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.pergola.ui;
