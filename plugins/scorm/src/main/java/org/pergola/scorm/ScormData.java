package org.pergola.scorm;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.text.Text;

/** How many activities play a package, and how many attempts there are. */
@Component
public final class ScormData implements DataOwner {

    @Reference
    private Packages packages;

    @Override
    public List<Usage> usage() {
        return Stream.of(usage("scorm.usage.activities", packages.activities()),
                usage("scorm.usage.attempts", packages.attempts())).filter(usage -> usage.count() > 0).toList();
    }

    private static Usage usage(String key, long count) {
        return new Usage(count, Text.of(key, count));
    }
}
