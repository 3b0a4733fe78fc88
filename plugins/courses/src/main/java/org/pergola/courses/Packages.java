package org.pergola.courses;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.file.FileSet;
import org.pergola.api.file.FileSets;
import org.pergola.api.text.Text;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.LearnableRef.State;
import org.pergola.learning.api.Learnables;

/**
 * Packages that others made, brought into courses. Which type one is of is found by asking each that is there. What
 * is refused leaves nothing behind, and the sentence names the file.
 */
@Component(service = Packages.class)
public final class Packages {

    /** How large an uploaded package may be. */
    public static final int LIMIT_MEBIBYTES = 1024;

    private final Database db;
    private final Access access;
    private final FileSets fileSets;
    private final Learnables learnables;
    private final Courses courses;
    private final Outline outline;

    @Activate
    public Packages(@Reference Database db, @Reference Access access, @Reference FileSets fileSets,
            @Reference Learnables learnables, @Reference Courses courses, @Reference Outline outline) {
        this.db = db;
        this.access = access;
        this.fileSets = fileSets;
        this.learnables = learnables;
        this.courses = courses;
        this.outline = outline;
    }

    /** A new course of one activity, published at once. @param fileName as the person calls it */
    public Course importCourse(String fileName, InputStream zip) {
        return take(fileName, zip, (found, files) -> db.write(tx -> {
            Course course = courses.create(tx.em(), found.title(), State.PUBLISHED);
            UUID activityId = Ids.next();
            if (!found.description().isBlank()) {
                courses.change(course.id(), new Courses.Change(Optional.empty(), Optional.of(first(found)),
                        Optional.empty(), Optional.empty()), Optional.empty());
            }
            courses.changing(course.id(), Optional.empty(), "courses.package.import", (em, entity) -> {
                outline.add(em, course.id(), Optional.empty(), activityId, found.type().id(), found.title());
                found.type().adopt(activityId, files);
            });
            return CourseStore.find(tx.em(), course.id()).orElseThrow();
        }));
    }

    /** A further activity at the end of a section. @param sectionId empty for the last one */
    public Course.Activity add(UUID courseId, Optional<UUID> sectionId, String fileName, InputStream zip) {
        UUID activityId = Ids.next();
        return take(fileName, zip, (found, files) -> courses.changing(courseId, Optional.empty(),
                "courses.package.add", (em, course) -> {
                    outline.add(em, courseId, sectionId, activityId, found.type().id(), found.title());
                    found.type().adopt(activityId, files);
                })).activity(activityId).orElseThrow();
    }

    /**
     * The next version of an activity's content. Attempts that are under way stay on theirs.
     *
     * @throws Refused (invalid) where the package is of another type than the activity
     */
    public Course.Activity replace(UUID courseId, UUID activityId, String fileName, InputStream zip) {
        return take(fileName, zip, (found, files) -> courses.changing(courseId, Optional.empty(),
                "courses.package.replace", (em, course) -> {
                    ActivityEntity activity = CourseStore.activity(em, courseId, activityId);
                    if (!activity.type().equals(found.type().id())) {
                        throw Refused.invalid(Text.of("courses.import.other_type", fileName, found.type().name(),
                                activity.title()));
                    }
                    found.type().adopt(activityId, files);
                })).activity(activityId).orElseThrow();
    }

    private record Found(ActivityType type, String title, String description) {
    }

    private <T> T take(String fileName, InputStream zip, BiFunction<Found, FileSet, T> store) {
        access.require(Courses.MANAGE, Target.everywhere());
        FileSet files = fileSets.unpack(fileName, zip);
        try {
            return store.apply(recognise(fileName, files), files);
        } catch (RuntimeException notTaken) {
            fileSets.delete(files.id());
            throw notTaken;
        }
    }

    private Found recognise(String fileName, FileSet files) {
        List<Text> expected = new ArrayList<>();
        for (ActivityType type : learnables.types()) {
            Optional<ActivityType.Recognised> recognised = ask(type, fileName, files);
            if (recognised.isPresent()) {
                String title = recognised.get().title().isBlank() ? withoutEnding(fileName)
                        : recognised.get().title();
                return new Found(type, cut(title.strip(), 300), recognised.get().description());
            }
            type.expects().ifPresent(expected::add);
        }
        throw expected.isEmpty() ? Refused.invalid(Text.of("courses.import.no_types", fileName))
                : Refused.invalid(Text.of("courses.import.unknown", fileName, expected.getFirst()));
    }

    private static Optional<ActivityType.Recognised> ask(ActivityType type, String fileName, FileSet files) {
        try {
            return type.recognise(files);
        } catch (Refused broken) {
            throw new Refused(broken.kind(), Text.of("courses.import.broken", fileName, broken.text()))
                    .because(broken);
        }
    }

    private static String first(Found found) {
        return cut(found.description().strip(), 2000);
    }

    private static String cut(String words, int limit) {
        return words.length() <= limit ? words : words.substring(0, limit - 1) + "…";
    }

    private static String withoutEnding(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
