/** The catalogue, one's own learning, and what learning shows on the pages of others. */
package org.pergola.learning.ui;
