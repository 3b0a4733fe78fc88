package org.pergola.vaadin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinService;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The one application whose pages Vaadin serves. Its bundle registers it as an OSGi service; the servlet starts with
 * it and stops with it. Files under {@code META-INF/resources} of that bundle are served from the root of the portal.
 * Route classes are the platform's own: Vaadin keeps them for good, so no plugin's class may be among them.
 */
@ConsumerType
public interface UiApplication {

    /**
     * A page address and the component that shows it.
     *
     * @param path Vaadin's route template, without a leading slash; {@code ""} is the start page
     * @param target component shown at the path
     * @param layouts layouts around it, the innermost first; may be empty
     */
    record Route(String path, Class<? extends Component> target, List<Class<? extends RouterLayout>> layouts) {
        public Route {
            layouts = List.copyOf(layouts);
        }

        public static Route of(String path, Class<? extends Component> target) {
            return new Route(path, target, List.of());
        }
    }

    /** The routes, registered when the servlet starts. */
    List<Route> routes();

    /** Class with {@code @StyleSheet}, {@code @Viewport}, {@code @Push} and the like, and the page's settings. */
    Class<? extends AppShellConfigurator> shell();

    /**
     * Pages for errors that were not caught. Each type must be a component; without any, Vaadin's plain ones are
     * shown.
     */
    default List<Class<? extends HasErrorParameter<?>>> errorPages() {
        return List.of();
    }

    /**
     * The origin that packages and uploads come from, such as {@code http://127.0.0.1:8080}: pages may frame it and
     * play its media. Asked for each page; empty where there is none.
     */
    default Optional<String> contentOrigin() {
        return Optional.empty();
    }

    /**
     * Called once, after the routes are registered and before the first request: the place for service listeners
     * (session, UI and index-page listeners).
     */
    default void initialise(VaadinService service) {}
}
