/** Forms: sections, fields of a width that fits, errors beside them, one bar that counts and saves. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.pergola.ui.form;
