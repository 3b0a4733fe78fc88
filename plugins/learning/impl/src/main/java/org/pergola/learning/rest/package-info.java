/** Enrolments over HTTP. */
package org.pergola.learning.rest;
