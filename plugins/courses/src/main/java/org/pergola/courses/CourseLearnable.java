package org.pergola.courses;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.api.text.Text;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Learnable;

/** What a course asks for: every required activity. Optional ones never block, removed ones do not count. */
@Component
public final class CourseLearnable implements Learnable {

    private final Database db;

    @Activate
    public CourseLearnable(@Reference Database db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return Course.KIND;
    }

    @Override
    public Text name() {
        return Text.of("courses.kind");
    }

    @Override
    public List<ActivityRef> activities(UUID learnableId) {
        return db.read(tx -> CourseStore.find(tx.em(), learnableId)).map(Course::sections).orElse(List.of()).stream()
                .flatMap(section -> section.activities().stream().map(activity -> new ActivityRef(activity.id(),
                        activity.type(), activity.title(), section.title(), activity.required())))
                .toList();
    }

    @Override
    public Judgement judge(Enrolment enrolment, Map<UUID, ActivityResult> results) {
        return judge(activities(enrolment.learnableId()), results);
    }

    /** The score is the mean of those that have one; the date that of the last required evidence. */
    static Judgement judge(List<ActivityRef> activities, Map<UUID, ActivityResult> results) {
        List<UUID> required = activities.stream().filter(ActivityRef::required).map(ActivityRef::id).toList();
        if (required.isEmpty()) {
            return new Judgement(0, OptionalDouble.empty(), Optional.empty());
        }
        List<ActivityResult> begun = required.stream().map(results::get).filter(Objects::nonNull).toList();
        double progress = begun.stream().mapToDouble(one -> one.done() ? 1 : one.progress()).sum() / required.size();
        OptionalDouble score = begun.stream().map(ActivityResult::score).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).average();
        boolean all = begun.size() == required.size() && begun.stream().allMatch(ActivityResult::done);
        Optional<Instant> last = all ? begun.stream().map(ActivityResult::completedAt).flatMap(Optional::stream)
                .max(Instant::compareTo) : Optional.empty();
        return new Judgement(Math.min(progress, all ? 1 : 0.99), score, last);
    }

    @Override
    public String path(UUID learnableId) {
        return "courses/" + learnableId;
    }

    @Override
    public String playPath(UUID learnableId, UUID activityId) {
        return "courses/" + learnableId + "/play/" + activityId;
    }
}
