/** Courses over HTTP. */
package org.pergola.courses.rest;
