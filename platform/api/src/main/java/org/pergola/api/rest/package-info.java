/** What a plugin's REST resources are written with, beside the standard Jakarta annotations. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.pergola.api.rest;
