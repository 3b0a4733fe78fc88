package org.pergola.media;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.media.Content.DoneBy;
import org.pergola.media.Content.Link;

/** Who makes a course sends its learners to other places. */
@Component(service = Links.class)
public final class Links {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST = 2000;

    private final Contents contents;

    @Activate
    public Links(@Reference Contents contents) {
        this.contents = contents;
    }

    /**
     * Where the activity leads, and when it is done.
     *
     * @param address as a person types it; a name without a scheme is taken as https
     * @throws Refused (invalid) where it is no address of the web
     */
    public Link lead(UUID activityId, String title, String address, DoneBy doneBy, String note) {
        URI checked = address(address);
        String said = Documents.note(note);
        return contents.save(activityId, title, Link.class,
                (id, version) -> new Link(id, version, checked, doneBy, said));
    }

    static URI address(String typed) {
        String whole = typed.strip();
        if (whole.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:\\d+)?([/?#].*)?")) {
            whole = "https://" + whole;
        }
        try {
            URI address = new URI(whole);
            if (whole.length() <= LONGEST && address.getScheme() != null && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw Refused.invalid("url", Text.of("media.link.address", typed)).because(malformed);
        }
        throw Refused.invalid("url", Text.of("media.link.address", typed));
    }
}
