/** What learning does by itself. */
package org.pergola.learning.jobs;
