package org.pergola.media.ui;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.text.Text;
import org.pergola.learning.api.ActivityContext;
import org.pergola.media.Content.DoneBy;
import org.pergola.media.Content.Link;
import org.pergola.media.Contents;
import org.pergola.media.LinkType;
import org.pergola.media.Links;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.form.Form;
import org.pergola.ui.part.Block;

/** Says where an activity leads, and when it is done. */
@SlotInfo(slot = "courses.activity.editor", permission = Contents.WRITE, activityType = LinkType.ID)
@Component(service = SlotPart.class, scope = ServiceScope.PROTOTYPE)
public final class LinkEditor implements SlotPart {

    @Reference
    private Contents contents;
    @Reference
    private Links links;

    @Override
    public void show(SlotContext slot) {
        slot.context(ActivityContext.class).ifPresent(context -> show(slot, context));
    }

    private void show(SlotContext slot, ActivityContext context) {
        Page page = slot.page();
        Optional<Link> link = contents.current(context.activityId(), Link.class);
        Form form = page.form();
        form.text("url", page.words("media.link.editor.address"))
                .value(link.map(found -> found.address().toString()).orElse(""))
                .required(page.words("media.link.editor.address.missing")).help(page.words("media.link.editor.help"))
                .width(520);
        DoneByField.add(page, form, link.map(Link::doneBy).orElse(DoneBy.OPENING), link.map(Link::note).orElse(""));
        form.onSave(page.words("media.editor.save"), values -> {
            Link saved = links.lead(context.activityId(), context.title(), values.string("url"),
                    DoneByField.of(values), values.string("note"));
            page.notify(Text.of("media.editor.saved", saved.version()));
        });
        slot.add(Block.card(page.words("media.link.editor.title"), form));
    }
}
