/**
 * The record of changes. Rows are written with what they tell about; after commit the sequencer numbers and chains
 * them. Personal words lie beside the chain, which holds their digest only.
 */
package org.pergola.kernel.audit;
