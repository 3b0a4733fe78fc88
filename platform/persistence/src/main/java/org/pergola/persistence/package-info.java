/**
 * One data source, migrations, and a persistence unit for each bundle that asks. {@code Transactions} is the heart:
 * one connection for the outermost write of a thread, which everything inside it joins.
 */
package org.pergola.persistence;
