/** Packages over REST. */
package org.pergola.scorm.rest;
