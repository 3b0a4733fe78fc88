/** What bundles declare in files: whose they are, and reading them as they come and go. */
package org.pergola.kernel.declared;
