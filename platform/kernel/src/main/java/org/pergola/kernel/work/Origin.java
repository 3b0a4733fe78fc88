package org.pergola.kernel.work;

import org.osgi.framework.Bundle;
import org.pergola.kernel.declared.Owner;

/** Which bundle says something: its plugin or module, and the version of it. */
public record Origin(String plugin, String version) {

    public static Origin of(Bundle bundle) {
        return new Origin(Owner.of(bundle).orElse(bundle.getSymbolicName()), bundle.getVersion().toString());
    }
}
