package org.pergola.media.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.text.Text;
import org.pergola.learning.api.ActivityContext;
import org.pergola.media.Content.Caption;
import org.pergola.media.Content.Video;
import org.pergola.media.Contents;
import org.pergola.media.Limits;
import org.pergola.media.Opening;
import org.pergola.media.VideoType;
import org.pergola.media.Videos;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.form.Form;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.Facts;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Rows;

/** Uploads a video and its captions, shows both, and says how much of it has to be watched. */
@SlotInfo(slot = "courses.activity.editor", permission = Contents.WRITE, activityType = VideoType.ID)
@Component(service = SlotPart.class, scope = ServiceScope.PROTOTYPE)
public final class VideoEditor implements SlotPart {

    private static final long CAPTION_LIMIT = 2L * 1024 * 1024;
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da",
            "nb", "fi", "cs", "sk", "hu", "ro", "bg", "el", "hr", "sr", "uk", "ru", "tr", "ar", "he", "fa", "hi", "zh",
            "ja", "ko", "vi");

    @Reference
    private Contents contents;
    @Reference
    private Videos videos;
    @Reference
    private Opening opening;
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
        contents.current(context.activityId(), Video.class).ifPresentOrElse(video -> {
            place.add(film(page, context, video), captions(page, context, video), counts(page, context, video));
        }, () -> place.add(Block.card(page.words("media.video.editor.title"),
                new Paragraph(page.words("media.video.editor.none")), drop(page, context))));
    }

    private Block film(Page page, ActivityContext context, Video video) {
        Facts facts = new Facts()
                .fact(page.words("media.editor.name"), video.upload().name())
                .fact(page.words("media.video.editor.length"), Lengths.words(video.length()))
                .fact(page.words("media.editor.size"), Sizes.words(page, video.upload().size()))
                .fact(page.words("media.editor.version"), page.words("media.editor.version.number", video.version()));
        return Block.card(page.words("media.video.editor.title"),
                new Player(video, context.title(), page.locale(), opening), facts,
                Markup.quiet(page.words("media.video.editor.replace")).div("pg-small"), drop(page, context));
    }

    private Div drop(Page page, ActivityContext context) {
        return page.upload(".mp4,.m4v,.webm", limits.video(),
                (name, bytes) -> videos.upload(context.activityId(), context.title(), name, bytes), video -> {
                    page.notify(Text.of("media.editor.saved", video.version()));
                    fill(page, context);
                });
    }

    private Block captions(Page page, ActivityContext context, Video video) {
        Block block = Block.card(page.words("media.caption.editor.title"));
        if (video.captions().isEmpty()) {
            block.add(new Paragraph(page.words("media.caption.editor.none")));
        } else {
            Rows rows = new Rows().lined();
            video.captions().forEach(caption -> rows.row(Markup.tile("captions", "accent"),
                    Markup.strong(language(caption.language(), page.locale())),
                    Markup.quiet(Sizes.words(page, caption.size())), Push.icon("trash-2",
                            page.words("media.caption.editor.remove", language(caption.language(), page.locale())),
                            () -> remove(page, context, caption))));
            block.add(rows);
        }
        block.add(add(page, context));
        return block;
    }

    private void remove(Page page, ActivityContext context, Caption caption) {
        if (page.attempt(() -> videos.removeCaption(context.activityId(), context.title(), caption.language()))) {
            fill(page, context);
        }
    }

    /** The upload's work runs off the page, so what is chosen is handed over, not read there. */
    private Div add(Page page, ActivityContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        LANGUAGES.forEach(tag -> options.put(tag, language(tag, page.locale())));
        AtomicReference<String> chosen = new AtomicReference<>(LANGUAGES.get(0));
        Form form = page.form();
        var field = form.choice("language", page.words("media.caption.editor.language"), options).value(chosen.get())
                .help(page.words("media.caption.editor.help"));
        ((AbstractField<?, ?>) field.input()).addValueChangeListener(
                change -> chosen.set(String.valueOf(change.getValue())));
        form.put(page.upload(".vtt", CAPTION_LIMIT, (name, bytes) -> videos.caption(context.activityId(),
                context.title(), chosen.get(), name, bytes), video -> {
                    page.notify(Text.of("media.caption.editor.saved"));
                    fill(page, context);
                }));
        return form;
    }

    private Block counts(Page page, ActivityContext context, Video video) {
        Form form = page.form();
        form.number("requiredPercent", page.words("media.video.editor.required"))
                .value((double) video.requiredPercent()).required(page.words("media.video.percent"))
                .help(page.words("media.video.editor.required.help"));
        form.onSave(page.words("media.editor.save"), values -> {
            Video saved = videos.require(context.activityId(), context.title(),
                    values.number("requiredPercent").map(Double::intValue).orElse(0));
            page.notify(Text.of("media.editor.saved", saved.version()));
        });
        return Block.card(page.words("media.editor.counts"), form);
    }

    private static String language(String tag, Locale locale) {
        return Locale.forLanguageTag(tag).getDisplayName(locale);
    }
}
