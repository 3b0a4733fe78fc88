/** The platform's own REST resources. */
package org.pergola.web.resources;
