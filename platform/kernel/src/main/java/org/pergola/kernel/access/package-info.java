/** Who may do what: declared permissions, roles, grants, and the one place that decides. */
package org.pergola.kernel.access;
