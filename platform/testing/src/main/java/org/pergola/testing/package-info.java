/** For tests only: the distribution under test with its REST and its browser, and plugin jars in any version. */
package org.pergola.testing;
