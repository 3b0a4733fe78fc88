/** What pages say, by REST. */
package org.pergola.page.rest;
