/** Accounts, the tree of org units, dated memberships, roles and grants. */
package org.pergola.kernel.people;
