package org.pergola.scorm;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.content.ContentHost;
import org.pergola.api.file.FileSet;
import org.pergola.api.text.Text;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Evidence;

/** An activity that plays a SCORM package. */
@Component(property = ActivityType.TYPE + "=" + ScormActivityType.ID)
public final class ScormActivityType implements ActivityType {

    static final String ID = "scorm";

    @Reference
    private Packages packages;

    @Reference
    private ContentHost host;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Text name() {
        return Text.of("scorm.plugin.name");
    }

    @Override
    public String icon() {
        return "package";
    }

    @Override
    public Optional<Text> expects() {
        return Optional.of(Text.of("scorm.expects"));
    }

    @Override
    public Optional<Recognised> recognise(FileSet files) {
        return ManifestReader.read(files).map(manifest -> new Recognised(manifest.title(), manifest.description()));
    }

    @Override
    public int adopt(UUID activityId, FileSet files) {
        return packages.adopt(activityId, files).number();
    }

    @Override
    public int currentVersion(UUID activityId) {
        return packages.newest(activityId).map(ScormPackage.Info::number).orElse(0);
    }

    @Override
    public URI launch(Attempt attempt) {
        ScormPackage.Info content = packages.version(attempt.activityId(), attempt.contentVersion());
        return host.open(new ContentHost.Launch(content.fileSetId(), ID, attempt.userId(),
                Map.of(Player.ATTEMPT, attempt.id().toString())));
    }

    /** Done by the first evidence that says so, with the best score; see {@link Outcome#after}. */
    @Override
    public ActivityResult judge(List<Evidence> evidence) {
        Outcome reached = Outcome.NONE;
        Optional<Evidence> completing = evidence.stream()
                .filter(one -> one.completion() == Evidence.Completion.COMPLETED).findFirst();
        for (Evidence one : evidence) {
            reached = new Outcome(one.completion(), one.success(), one.score(), one.progress().orElse(0))
                    .after(reached);
        }
        OptionalDouble score = reached.score();
        return new ActivityResult(new UUID(0, 0), ID, reached.completion(), reached.success(), score,
                reached.progress(), completing.map(Evidence::happened));
    }
}
