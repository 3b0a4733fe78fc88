/** The description of REST, put together from the resources that are there. */
package org.pergola.web.openapi;
