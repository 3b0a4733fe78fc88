/** Signing in with a local account or a token, the first administrator, and the operator's token file. */
package org.pergola.kernel.signin;
