package org.pergola.learning.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolments;
import org.pergola.learning.api.Learnable;
import org.pergola.learning.api.LearnableRef;
import org.pergola.learning.api.Learnables;
import org.pergola.ui.Page;
import org.pergola.ui.part.Card;
import org.pergola.ui.part.Markup;

/** One's own enrolments beside what they are in, and the cards that show them. */
@Component(service = Shelf.class)
public final class Shelf {

    private static final int MINE = 200;

    private final Enrolments enrolments;
    private final Learnables learnables;

    @Activate
    public Shelf(@Reference Enrolments enrolments, @Reference Learnables learnables) {
        this.enrolments = enrolments;
        this.learnables = learnables;
    }

    /** @param enrolment of the person who looks, in its latest cycle; empty where there is none */
    record Item(LearnableRef learnable, Optional<Enrolment> enrolment, long learners) {
    }

    /** Everything the acting person is in, seen last first. */
    List<Item> mine() {
        List<Enrolment> mine = enrolments.mine(MINE);
        Map<UUID, LearnableRef> known = learnables.find(mine.stream().map(Enrolment::learnableId).toList());
        return mine.stream().filter(enrolment -> known.containsKey(enrolment.learnableId()))
                .map(enrolment -> new Item(known.get(enrolment.learnableId()), Optional.of(enrolment), 0)).toList();
    }

    /** What is published, by title, with how it stands with the acting person. */
    List<Item> published(String words, int limit, int offset) {
        List<LearnableRef> found = learnables.published(words, limit, offset);
        Map<UUID, Long> learners = enrolments.countsOf(found.stream().map(LearnableRef::id).toList());
        Map<UUID, Enrolment> mine = enrolments.mine(MINE).stream()
                .collect(Collectors.toMap(Enrolment::learnableId, Function.identity(), (latest, older) -> latest));
        return found.stream().map(one -> new Item(one, Optional.ofNullable(mine.get(one.id())),
                learners.getOrDefault(one.id(), 0L))).toList();
    }

    long count(String words) {
        return learnables.countPublished(words);
    }

    /** Where it is shown; empty while its plugin is away. */
    Optional<String> path(LearnableRef learnable) {
        return learnables.kind(learnable.kind()).map(kind -> kind.path(learnable.id()));
    }

    Optional<Learnable> kind(LearnableRef learnable) {
        return learnables.kind(learnable.kind());
    }

    /** @param trailing at the right of the foot; empty for nothing */
    Card card(Page page, Item item, Markup trailing) {
        LearnableRef learnable = item.learnable();
        Card card = Card.of(learnable.title()).cover(Standing.seed(learnable));
        kind(learnable).ifPresent(kind -> card.facts(page.words(kind.name())));
        path(learnable).ifPresentOrElse(path -> card.link(page.href(path)), card::plain);
        return card.sentence(learnable.summary()).foot(Standing.of(page, item.enrolment()).span(), trailing.span());
    }
}
