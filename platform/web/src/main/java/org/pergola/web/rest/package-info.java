/** One Jersey application for each bundle with resources, behind one servlet. */
package org.pergola.web.rest;
