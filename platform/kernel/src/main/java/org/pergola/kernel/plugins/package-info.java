/**
 * The plugin manager: what is wished of each plugin, what runs, and every change of it. A change is a saga: planned,
 * verified, held, expanded, swapped, on probation, committed, or taken back by itself.
 */
package org.pergola.kernel.plugins;
