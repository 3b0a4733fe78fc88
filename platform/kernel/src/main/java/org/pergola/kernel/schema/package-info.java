/** The columns of people and access, and how words are folded in them. */
package org.pergola.kernel.schema;
