package org.pergola.page.ui;

import com.vaadin.flow.component.html.Div;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.text.Text;
import org.pergola.learning.api.ActivityContext;
import org.pergola.page.Content;
import org.pergola.page.PageType;
import org.pergola.page.Pages;
import org.pergola.page.Reading;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.form.Form;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.Markup;

/** Writes the text, and shows how it looks. */
@SlotInfo(slot = "courses.activity.editor", permission = Pages.WRITE, activityType = PageType.ID)
@Component(scope = ServiceScope.PROTOTYPE)
public final class PageEditor implements SlotPart {

    @Reference
    private Pages pages;

    @Override
    public void show(SlotContext slot) {
        slot.context(ActivityContext.class).ifPresent(context -> show(slot, context));
    }

    private void show(SlotContext slot, ActivityContext context) {
        Page page = slot.page();
        String text = pages.current(context.activityId()).map(Content::markdown).orElse("");
        Div looks = Markup.trusted(Reading.html(text)).div("pg-prose");
        Block preview = Block.card(page.words("page.editor.preview"), looks);
        preview.setVisible(!text.isBlank());
        Form form = page.form();
        form.area("markdown", page.words("page.editor.text")).value(text).help(page.words("page.editor.help"))
                .width(720);
        form.onSave(page.words("page.editor.save"), values -> {
            Content saved = pages.write(context.activityId(), context.title(), values.string("markdown"));
            looks.getElement().setProperty("innerHTML", Reading.html(saved.markdown()));
            preview.setVisible(!saved.markdown().isBlank());
            page.notify(Text.of("page.editor.saved", saved.version()));
        });
        slot.add(Block.card(page.words("page.editor.title"), form), preview);
    }
}
