/** Settings: described by Metatype, stored in the database, set by files, handed on by ConfigAdmin. */
package org.pergola.kernel.settings;
