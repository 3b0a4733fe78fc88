package org.pergola.media.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.text.Text;
import org.pergola.learning.api.ActivityContext;
import org.pergola.media.Content.Document;
import org.pergola.media.Contents;
import org.pergola.media.Documents;
import org.pergola.media.FileType;
import org.pergola.media.Limits;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.form.Form;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.Facts;
import org.pergola.ui.part.Markup;

/** Uploads a file, and says when it is done. */
@SlotInfo(slot = "courses.activity.editor", permission = Contents.WRITE, activityType = FileType.ID)
@Component(service = SlotPart.class, scope = ServiceScope.PROTOTYPE)
public final class FileEditor implements SlotPart {

    @Reference
    private Contents contents;
    @Reference
    private Documents documents;
    @Reference
    private Limits limits;

    private final Div place = new Div();

    @Override
    public void show(SlotContext slot) {
        slot.context(ActivityContext.class).ifPresent(context -> {
            place.addClassName("pg-stack");
            slot.add(place);
            fill(slot.page(), context);
        });
    }

    private void fill(Page page, ActivityContext context) {
        place.removeAll();
        contents.current(context.activityId(), Document.class).ifPresentOrElse(
                document -> place.add(file(page, context, document), counts(page, context, document)),
                () -> place.add(Block.card(page.words("media.file.editor.title"),
                        new Paragraph(page.words("media.file.editor.none")), drop(page, context))));
    }

    private Block file(Page page, ActivityContext context, Document document) {
        Facts facts = new Facts().fact(page.words("media.editor.name"), document.upload().name())
                .fact(page.words("media.editor.size"), Sizes.words(page, document.upload().size()))
                .fact(page.words("media.file.editor.shown"), page.words(document.readable()
                        ? "media.file.editor.shown.read" : "media.file.editor.shown.save"))
                .fact(page.words("media.editor.version"),
                        page.words("media.editor.version.number", document.version()));
        return Block.card(page.words("media.file.editor.title"), facts,
                Markup.quiet(page.words("media.file.editor.replace")).div("pg-small"), drop(page, context));
    }

    private Div drop(Page page, ActivityContext context) {
        return page.upload("", limits.file(),
                (name, bytes) -> documents.upload(context.activityId(), context.title(), name, bytes), document -> {
                    page.notify(Text.of("media.editor.saved", document.version()));
                    fill(page, context);
                });
    }

    private Block counts(Page page, ActivityContext context, Document document) {
        Form form = page.form();
        DoneByField.add(page, form, document.doneBy(), document.note());
        form.onSave(page.words("media.editor.save"), values -> {
            Document saved = documents.describe(context.activityId(), context.title(), DoneByField.of(values),
                    values.string("note"));
            page.notify(Text.of("media.editor.saved", saved.version()));
        });
        return Block.card(page.words("media.editor.counts"), form);
    }
}
