package org.pergola.vaadin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ErrorHandlingCommand;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One change of one page, with the promise that is kept when it has run. */
@SuppressWarnings("serial")
final class PageCommand implements ErrorHandlingCommand {

    private final transient UI page;
    private final transient Predicate<UI> chosen;
    private final transient Consumer<UI> change;
    private final transient CompletableFuture<Void> outcome;

    PageCommand(UI page, Predicate<UI> chosen, Consumer<UI> change, CompletableFuture<Void> outcome) {
        this.page = page;
        this.chosen = chosen;
        this.change = change;
        this.outcome = outcome;
    }

    @Override
    public void execute() {
        if (chosen.test(page)) {
            change.accept(page);
        }
        outcome.complete(null);
    }

    @Override
    public void handleError(Exception exception) {
        Throwable cause = exception instanceof ExecutionException ? exception.getCause() : exception;
        if (cause instanceof UIDetachedException) {
            outcome.complete(null);
        } else {
            outcome.completeExceptionally(cause);
        }
    }
}
