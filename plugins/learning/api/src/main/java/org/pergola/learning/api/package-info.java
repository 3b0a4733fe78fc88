/**
 * What it means to learn, enrol and complete: the vocabulary that plugins share. It knows no page and no table.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.pergola.learning.api;
