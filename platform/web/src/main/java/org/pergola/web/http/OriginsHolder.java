package org.pergola.web.http;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The one {@link Origins} of this process, read from the framework's properties at start. */
@Component(service = OriginsHolder.class)
public final class OriginsHolder {

    private final Origins origins;

    @Activate
    public OriginsHolder(BundleContext context) {
        origins = Origins.of(context::getProperty);
    }

    public Origins origins() {
        return origins;
    }
}
