package org.pergola.web.content;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.content.ContentHost;
import org.pergola.api.data.Database;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.web.gate.GateKeeper;
import org.pergola.web.http.Origins;
import org.pergola.web.http.OriginsHolder;

/** Hands out addresses on the content's origin. */
@Component(service = {ContentHost.class, Content.class})
public final class Content implements ContentHost {

    private final Origins origins;
    private final Launches launches;
    private final Tokens tokens;

    @Activate
    public Content(@Reference OriginsHolder holder, @Reference Database database, @Reference Clock clock,
            @Reference GateKeeper keeper, @Reference Handlers handlers) {
        this(holder.origins(), database, clock);
        keeper.owners().tokens(token -> tokens.find(token).flatMap(launch -> handlers.owner(launch.handler())));
    }

    Content(Origins origins, Database database, Clock clock) {
        this.origins = origins;
        this.launches = new Launches(database, clock);
        this.tokens = new Tokens(launches);
    }

    @Override
    public URI open(Launch launch) {
        String origin = origins.content().orElseThrow(
                () -> new Refused(Refused.Kind.UNAVAILABLE, Text.of("web.content.nowhere")));
        if (ThreadLocalRandom.current().nextInt(20) == 0) {
            launches.forgetExpired();
        }
        return URI.create(origin + "/play/start/" + launches.open(launch));
    }

    @Override
    public String origin() {
        return origins.content().orElse("");
    }

    @Override
    public void close(String handler, String contextKey, String contextValue) {
        launches.close(handler, contextKey, contextValue);
        tokens.clear();
    }

    Optional<String> start(String once) {
        return Secrets.looksRight(once) ? launches.start(once) : Optional.empty();
    }

    Optional<Launch> find(String token) {
        return tokens.find(token);
    }

    Origins origins() {
        return origins;
    }
}
