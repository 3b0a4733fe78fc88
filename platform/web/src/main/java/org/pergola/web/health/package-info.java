/** Whether the process lives, and whether it is ready for people. */
package org.pergola.web.health;
