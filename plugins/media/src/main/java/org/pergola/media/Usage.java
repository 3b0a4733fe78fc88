package org.pergola.media;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.text.Text;

/** How many videos, files and links people would miss. */
@Component
public final class Usage implements DataOwner {

    private final Contents contents;

    @Activate
    public Usage(@Reference Contents contents) {
        this.contents = contents;
    }

    @Override
    public List<DataOwner.Usage> usage() {
        return Stream.of("video", "file", "link")
                .map(kind -> new DataOwner.Usage(contents.count(kind), Text.of("media.usage." + kind,
                        contents.count(kind)))).filter(usage -> usage.count() > 0).toList();
    }
}
