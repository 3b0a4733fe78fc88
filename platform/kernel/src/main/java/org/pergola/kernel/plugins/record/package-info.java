/** What is written down about plugins: the desired state, the journal of changes, the files, the last counts. */
package org.pergola.kernel.plugins.record;
