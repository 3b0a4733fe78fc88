package org.pergola.learning.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.text.Text;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.part.Card;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Icon;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Push;

/** What can be begun today: a search, and cards that say how each stands with the person who looks. */
@ViewInfo(area = Area.PORTAL, path = "catalogue", title = "learning.catalogue.title", icon = "library",
        permission = "learning.catalogue.see", order = 100)
@Component(scope = ServiceScope.PROTOTYPE)
public final class CatalogueView implements View {

    private static final int STEP = 24;

    @Reference
    private Shelf shelf;

    private final Div results = new Div();
    private String words = "";

    @Override
    public void show(Page page) {
        long all = shelf.count("");
        page.title(Text.of("learning.catalogue.title")).lede(Text.of("learning.catalogue.lede", all));
        if (all == 0) {
            page.add(EmptyState.of(page.words("learning.catalogue.none.title"),
                    page.words("learning.catalogue.none.purpose")));
            return;
        }
        words = page.query("q").orElse("");
        page.add(search(page), results);
        fill(page);
    }

    private TextField search(Page page) {
        TextField search = new TextField();
        search.setPlaceholder(page.words("learning.catalogue.search"));
        search.setAriaLabel(page.words("learning.catalogue.search"));
        search.setPrefixComponent(Icon.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("pg-search");
        search.setValue(words);
        search.addValueChangeListener(change -> {
            words = change.getValue().strip();
            page.replace("q", words);
            fill(page);
        });
        return search;
    }

    private void fill(Page page) {
        results.removeAll();
        long found = shelf.count(words);
        if (!words.isEmpty()) {
            Div count = Markup.quiet(page.words("learning.catalogue.results", found, words)).div("pg-results");
            count.getElement().setAttribute("role", "status");
            results.add(count);
        }
        if (found == 0) {
            results.add(EmptyState.small("search-x", page.words("learning.catalogue.nothing", words)));
            return;
        }
        H2 heading = new H2(page.words("learning.catalogue.cards"));
        heading.addClassName("pg-hidden");
        results.add(heading);
        Div cards = Card.row();
        results.add(cards);
        more(page, cards, 0, found);
    }

    private void more(Page page, Div cards, int offset, long found) {
        List<Shelf.Item> items = shelf.published(words, STEP, offset);
        items.forEach(item -> cards.add(shelf.card(page, item, Markup.quiet(item.learners() == 0 ? ""
                : page.words("learning.catalogue.learners", item.learners())))));
        int shown = offset + items.size();
        if (shown < found && !items.isEmpty()) {
            Div way = new Div();
            way.addClassName("pg-actions");
            way.add(Push.quiet(page.words("learning.catalogue.more"), () -> {
                results.remove(way);
                more(page, cards, shown, found);
            }));
            results.add(way);
        }
    }
}
