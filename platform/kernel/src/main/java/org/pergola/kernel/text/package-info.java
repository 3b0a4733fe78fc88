/** Words for people, from the {@code l10n} folder of each bundle. */
package org.pergola.kernel.text;
