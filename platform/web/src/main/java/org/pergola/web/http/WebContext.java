package org.pergola.web.http;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/**
 * Where the platform's own servlets stand. Asked before any other context at the root, so that the pages' servlet,
 * which answers everything, sees only what is left.
 */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE, property = "service.ranking:Integer=1000")
@HttpWhiteboardContext(name = "org.pergola.web", path = "/")
public final class WebContext extends ServletContextHelper {
}
