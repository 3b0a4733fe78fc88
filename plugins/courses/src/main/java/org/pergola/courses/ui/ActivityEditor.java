package org.pergola.courses.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.courses.Course;
import org.pergola.courses.Courses;
import org.pergola.courses.Outline;
import org.pergola.courses.Packages;
import org.pergola.learning.api.ActivityContext;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.form.Form;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.Confirm;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Popup;
import org.pergola.ui.part.Push;

/** One activity for who makes the course. What it says or plays is edited by the plugin of its type. */
@ViewInfo(area = Area.ADMIN, path = "courses/{id}/activities/{activity}", title = "courses.edit.activity.title",
        icon = "book-open", permission = "courses.course.see", parent = "courses", menu = false)
@Component(scope = ServiceScope.PROTOTYPE)
public final class ActivityEditor implements View {

    /** The slot of editors: one part for each activity type. */
    static final String SLOT = "courses.activity.editor";

    @Reference
    private Courses courses;
    @Reference
    private Outline outline;
    @Reference
    private Packages packages;
    @Reference
    private Look look;

    @Override
    public void show(Page page) {
        Course course = courses.find(page.id("id"))
                .orElseThrow(() -> Refused.missing(Text.of("courses.course.missing")));
        Course.Activity activity = course.activity(page.id("activity"))
                .orElseThrow(() -> Refused.missing(Text.of("courses.activity.missing")));
        page.crumb(Text.of("courses.admin.title"), "courses").crumb(Text.plain(course.title()),
                "courses/" + course.id()).title(Text.plain(activity.title())).lede(look.typeName(activity.type()));
        boolean manage = page.may(Courses.MANAGE) && course.binned().isEmpty();
        page.actions(Go.button("/" + Look.playPath(course, activity), "eye", page.words("courses.edit.preview"), ""));
        if (manage) {
            actions(page, course, activity);
        }
        if (look.available(activity.type())) {
            page.add(page.slot(SLOT, new ActivityContext(activity.id(), activity.type(), activity.title(),
                    course.id(), Optional.empty()), activity.type()));
        } else {
            page.add(EmptyState.small("circle-pause", page.words("courses.edit.type.away")));
        }
        if (manage) {
            page.add(Block.card(page.words("courses.edit.activity.settings"), settings(page, course, activity)));
        }
    }

    private void actions(Page page, Course course, Course.Activity activity) {
        page.actions(Push.icon("trash-2", page.words("courses.edit.remove"), () -> page.confirm(
                Confirm.of(Text.of("courses.edit.remove.ask", activity.title()))
                        .say(new Paragraph(page.words("courses.edit.remove.note"))).no(Text.of("courses.edit.keep"))
                        .yes(Text.of("courses.edit.remove"), () -> {
                            outline.removeActivity(course.id(), activity.id());
                            page.navigate("courses/" + course.id());
                        }))));
        if (look.available(activity.type()) && !look.authored(activity.type())) {
            page.actions(Push.quiet("upload", page.words("courses.edit.replace"),
                    () -> askForPackage(page, course, activity)));
        }
    }

    private void askForPackage(Page page, Course course, Course.Activity activity) {
        Popup popup = page.dialog(Text.of("courses.edit.replace"),
                new Paragraph(page.words("courses.edit.replace.help")));
        popup.add(page.<Course.Activity>upload(".zip", Packages.LIMIT_MEBIBYTES * 1024L * 1024L,
                (name, zip) -> packages.replace(course.id(), activity.id(), name, zip), replaced -> {
                    popup.close();
                    page.notify(Text.of("courses.edit.replaced", replaced.title()));
                    page.reload();
                }));
    }

    private Div settings(Page page, Course course, Course.Activity activity) {
        Form form = page.form();
        form.text("title", page.words("courses.edit.field.title")).value(activity.title())
                .required(page.words("courses.title.missing"));
        form.check("required", page.words("courses.edit.required.field")).value(activity.required());
        form.onSave(page.words("courses.edit.save"), values -> {
            outline.changeActivity(course.id(), activity.id(), Optional.of(values.string("title")),
                    Optional.of(values.bool("required")));
            page.notify(Text.of("courses.edit.saved"));
            page.reload();
        });
        return form;
    }
}
