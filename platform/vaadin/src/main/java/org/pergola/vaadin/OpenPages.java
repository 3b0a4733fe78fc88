package org.pergola.vaadin;

import com.vaadin.flow.component.UI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** The pages that are open in browsers now: each tab is one. */
@ProviderType
public interface OpenPages {

    /**
     * Runs a change on each page that is chosen, under its session's lock, and pushes the outcome to the browser. At
     * once on this thread where the lock is free, else by the thread that holds it, when it lets go: so call this from
     * a thread that holds no session's lock if you wait for the answer.
     *
     * @param chosen asked under the lock as well
     * @param change must be short: the page's browser waits meanwhile
     * @return done when all pages have been seen to. Pages that closed meanwhile are left out; if a change failed, the
     *         first failure, after all others have been tried.
     */
    CompletableFuture<Void> run(Predicate<UI> chosen, Consumer<UI> change);

    /** How many pages are open. A browser that crashed still counts until its heartbeat is missed three times. */
    int count();
}
