package org.pergola.vaadin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;

/** Keeps the open pages, from their first request to their end. */
@Component(service = {OpenPages.class, PageRegistry.class})
public final class PageRegistry implements OpenPages {

    private final Set<UI> open = ConcurrentHashMap.newKeySet();

    void opened(UI page) {
        open.add(page);
        page.addDetachListener(event -> open.remove(page));
    }

    @Override
    public CompletableFuture<Void> run(Predicate<UI> chosen, Consumer<UI> change) {
        List<CompletableFuture<Void>> all = open.stream().map(page -> run(page, chosen, change)).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> run(UI page, Predicate<UI> chosen, Consumer<UI> change) {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        try {
            page.access(new PageCommand(page, chosen, change, outcome));
        } catch (UIDetachedException closedMeanwhile) {
            open.remove(page);
            outcome.complete(null);
        }
        return outcome;
    }

    @Override
    public int count() {
        return open.size();
    }
}
