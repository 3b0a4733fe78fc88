/**
 * The outbox: events are rows of the transaction that they tell about; the sequencer numbers them after commit, and
 * the dispatcher hands them to listeners in that order.
 */
package org.pergola.kernel.event;
