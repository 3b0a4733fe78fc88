/** What every request meets first: the sockets, the two origins, and the rules between them. */
package org.pergola.web.http;
