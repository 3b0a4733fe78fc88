package org.pergola.learning.ui;

import java.util.List;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.text.Text;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolment.Status;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.Card;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;

/** Everything one is in: what is under way, what waits to be begun, what is finished. */
@ViewInfo(area = Area.PORTAL, path = "my-learning", title = "learning.mine.title", icon = "graduation-cap",
        permission = "learning.enrolment.self", order = 200)
@Component(scope = ServiceScope.PROTOTYPE)
public final class MyLearningView implements View {

    @Reference
    private Shelf shelf;

    @Override
    public void show(Page page) {
        List<Shelf.Item> mine = shelf.mine();
        page.title(Text.of("learning.mine.title")).lede(Text.of("learning.mine.lede", mine.size(),
                mine.stream().filter(item -> finished(item.enrolment().orElseThrow())).count()));
        if (mine.isEmpty()) {
            page.add(EmptyState.of(page.words("learning.mine.empty.title"), page.words("learning.mine.empty.purpose"))
                    .steps(page.words("learning.mine.empty.step1"), page.words("learning.mine.empty.step2"),
                            page.words("learning.mine.empty.step3"))
                    .ways(Go.button(page.href("catalogue"), "library", page.words("learning.mine.empty.way"),
                            "primary")));
            return;
        }
        section(page, mine, "learning.mine.now", one -> !finished(one) && one.started().isPresent());
        section(page, mine, "learning.mine.next", one -> !finished(one) && one.started().isEmpty());
        section(page, mine, "learning.mine.finished", MyLearningView::finished);
    }

    private void section(Page page, List<Shelf.Item> mine, String title, Predicate<Enrolment> belongs) {
        Card[] cards = mine.stream().filter(item -> item.enrolment().filter(belongs).isPresent())
                .map(item -> shelf.card(page, item, Markup.nothing())).toArray(Card[]::new);
        if (cards.length > 0) {
            page.add(Block.of(page.words(title), Card.row(cards)));
        }
    }

    private static boolean finished(Enrolment enrolment) {
        return enrolment.status() == Status.COMPLETED;
    }
}
