package org.pergola.vaadin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.ErrorHandlingCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PageRegistryTest {

    private final PageRegistry pages = new PageRegistry();
    private final List<UI> changed = new ArrayList<>();

    @Test
    void a_change_reaches_the_pages_that_are_chosen_and_no_other() {
        UI chosen = open(new Page());
        open(new Page());
        pages.run(page -> page == chosen, changed::add).join();
        assertEquals(List.of(chosen), changed);
    }

    @Test
    void a_page_that_closed_meanwhile_is_left_out_and_no_longer_counted() {
        open(new ClosedPage());
        UI open = open(new Page());
        pages.run(page -> true, changed::add).join();
        assertEquals(List.of(open), changed);
        assertEquals(1, pages.count());
    }

    @Test
    void a_failure_on_one_page_is_told_and_keeps_no_other_page_from_its_change() {
        UI broken = open(new Page());
        open(new Page());
        open(new Page());
        IllegalStateException failure = new IllegalStateException();
        CompletableFuture<Void> outcome = pages.run(page -> true, page -> {
            if (page == broken) {
                throw failure;
            }
            changed.add(page);
        });
        assertSame(failure, assertThrows(CompletionException.class, outcome::join).getCause());
        assertEquals(2, changed.size());
    }

    @Test
    void with_no_page_open_a_change_is_done_at_once() {
        assertTrue(pages.run(page -> true, changed::add).isDone());
    }

    private UI open(UI page) {
        pages.opened(page);
        return page;
    }

    /** Runs what is asked of it at once, and tells failures as Vaadin does. */
    private static class Page extends UI {
        private static final long serialVersionUID = 1L;

        @Override
        public Future<Void> access(Command command) {
            try {
                command.execute();
            } catch (RuntimeException failure) {
                ((ErrorHandlingCommand) command).handleError(new ExecutionException(failure));
            }
            return CompletableFuture.completedFuture(null);
        }
    }

    private static final class ClosedPage extends UI {
        private static final long serialVersionUID = 1L;

        @Override
        public Future<Void> access(Command command) {
            throw new UIDetachedException();
        }
    }
}
