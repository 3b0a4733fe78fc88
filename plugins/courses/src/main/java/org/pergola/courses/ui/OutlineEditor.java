package org.pergola.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.text.Text;
import org.pergola.courses.Course;
import org.pergola.courses.Courses;
import org.pergola.courses.Outline;
import org.pergola.courses.Packages;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Learnables;
import org.pergola.ui.Page;
import org.pergola.ui.form.Form;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Popup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Rows;

/** Sections and ordered activities, to be added to, moved and taken out. Builds components, keeps none. */
@org.osgi.service.component.annotations.Component(service = OutlineEditor.class)
public final class OutlineEditor {

    private final Outline outline;
    private final Packages packages;
    private final Learnables learnables;
    private final Look look;

    @Activate
    public OutlineEditor(@Reference Outline outline, @Reference Packages packages, @Reference Learnables learnables,
            @Reference Look look) {
        this.outline = outline;
        this.packages = packages;
        this.learnables = learnables;
        this.look = look;
    }

    Component of(Page page, Course course) {
        Div editor = new Div();
        editor.addClassName("pg-outline-editor");
        boolean manage = page.may(Courses.MANAGE) && course.binned().isEmpty();
        if (course.sections().isEmpty()) {
            editor.add(EmptyState.small("layers", page.words("courses.edit.empty")));
        }
        course.sections().forEach(section -> editor.add(section(page, course, section, manage)));
        if (manage) {
            editor.add(ways(page, course));
        }
        return editor;
    }

    private Block section(Page page, Course course, Course.Section section, boolean manage) {
        Block block = Block.card(section.title());
        if (manage) {
            block.beside(sectionTools(page, course, section));
        }
        if (section.activities().isEmpty()) {
            block.add(Markup.quiet(page.words("courses.edit.empty.section")).div("pg-small"));
            return block;
        }
        Rows rows = new Rows().lined();
        section.activities().forEach(activity -> rows.row(Markup.tile(look.icon(activity.type()),
                look.available(activity.type()) ? "accent" : "muted"),
                Markup.strong(activity.title()),
                second(page, activity), manage ? new Component[] {tools(page, course, activity)}
                        : new Component[0]));
        block.add(rows);
        return block;
    }

    private Markup second(Page page, Course.Activity activity) {
        String type = page.words(look.typeName(activity.type()));
        String detail = !look.available(activity.type()) ? page.words("courses.edit.type.away")
                : page.words(activity.required() ? "courses.edit.required" : "courses.edit.optional");
        return Markup.quiet(type + " · " + detail);
    }

    private Div sectionTools(Page page, Course course, Course.Section section) {
        Div tools = new Div(
                tool(page, "pencil", "courses.edit.rename", section.title(), () -> askForName(page,
                        Text.of("courses.edit.rename"), section.title(),
                        title -> then(page, () -> outline.renameSection(course.id(), section.id(), title)))),
                tool(page, "arrow-up", "courses.edit.up", section.title(), () -> then(page,
                        () -> outline.moveSection(course.id(), section.id(), -1))),
                tool(page, "arrow-down", "courses.edit.down", section.title(), () -> then(page,
                        () -> outline.moveSection(course.id(), section.id(), 1))));
        if (section.activities().isEmpty()) {
            tools.add(tool(page, "x", "courses.edit.remove", section.title(), () -> then(page,
                    () -> outline.removeSection(course.id(), section.id()))));
        }
        tools.addClassName("pg-actions");
        return tools;
    }

    private Div tools(Page page, Course course, Course.Activity activity) {
        Div tools = new Div(
                tool(page, "arrow-up", "courses.edit.up", activity.title(), () -> then(page,
                        () -> outline.moveActivity(course.id(), activity.id(), -1))),
                tool(page, "arrow-down", "courses.edit.down", activity.title(), () -> then(page,
                        () -> outline.moveActivity(course.id(), activity.id(), 1))),
                edit(page, course, activity));
        tools.addClassName("pg-actions");
        return tools;
    }

    private static Go edit(Page page, Course course, Course.Activity activity) {
        Go edit = Go.button(page.href("courses/" + course.id() + "/activities/" + activity.id()), "pencil",
                page.words("courses.edit.open"), "");
        edit.getElement().setAttribute("aria-label", page.words("courses.edit.open") + ": " + activity.title());
        return edit;
    }

    /** Its words name what it moves or removes, so that a list of them can be told apart. */
    private static Component tool(Page page, String icon, String words, String what, Runnable action) {
        return Push.icon(icon, page.words(words) + ": " + what, action);
    }

    private Div ways(Page page, Course course) {
        Div ways = new Div();
        ways.addClassName("pg-actions");
        ways.add(Markup.quiet(page.words("courses.edit.add")).span());
        learnables.types().stream().filter(ActivityType::authored).forEach(type -> {
            String id = type.id();
            Text name = type.name();
            ways.add(Push.quiet(type.icon(), page.words(name),
                    () -> askForName(page, Text.of("courses.edit.add.page", name), "", title -> {
                        Course.Activity added = outline.addAuthored(course.id(), Optional.empty(), id, title);
                        page.navigate("courses/" + course.id() + "/activities/" + added.id());
                    })));
        });
        ways.add(Push.quiet("package", page.words("courses.edit.package"), () -> askForPackage(page, course)),
                Push.quiet("heading", page.words("courses.edit.section"), () -> askForName(page,
                        Text.of("courses.edit.add.section"), "",
                        title -> then(page, () -> outline.addSection(course.id(), title)))));
        return ways;
    }

    private void askForName(Page page, Text title, String value, Consumer<String> action) {
        Popup popup = page.dialog(title);
        Form form = page.form();
        form.text("title", page.words("courses.edit.add.name")).value(value)
                .required(page.words("courses.title.missing"));
        form.onSave(page.words("courses.edit.save"), values -> {
            popup.close();
            action.accept(values.string("title"));
        }, popup::close);
        popup.add(form);
    }

    private void askForPackage(Page page, Course course) {
        Popup popup = page.dialog(Text.of("courses.edit.add.package"),
                new Paragraph(page.words("courses.admin.import.help")));
        popup.add(page.<Course.Activity>upload(".zip", Packages.LIMIT_MEBIBYTES * 1024L * 1024L,
                (name, zip) -> packages.add(course.id(), Optional.empty(), name, zip), activity -> {
                    popup.close();
                    page.notify(Text.of("courses.edit.added", activity.title()));
                    page.reload();
                }));
    }

    private static void then(Page page, Runnable action) {
        if (page.attempt(action)) {
            page.reload();
        }
    }
}
