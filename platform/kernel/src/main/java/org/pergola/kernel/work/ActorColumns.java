package org.pergola.kernel.work;

import java.util.Optional;
import java.util.UUID;
import org.pergola.api.actor.Actor;
import org.pergola.api.plugin.PluginId;

/**
 * An actor as rows keep it.
 *
 * @param kind   {@code person}, {@code plugin}, {@code operator}, {@code anonymous}, {@code startup}
 * @param detail of a plugin: its id and its activity, with a blank between
 */
public record ActorColumns(String kind, Optional<UUID> id, Optional<String> detail, Optional<UUID> onBehalfOf) {

    public static ActorColumns of(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> new ActorColumns("person", Optional.of(person.userId()), Optional.empty(),
                    person.onBehalfOf());
            case Actor.Plugin plugin -> new ActorColumns("plugin", Optional.empty(),
                    Optional.of(plugin.pluginId().value() + " " + plugin.activity()), Optional.empty());
            case Actor.Operator ignored -> plain("operator");
            case Actor.Anonymous ignored -> plain("anonymous");
            case Actor.Startup ignored -> plain("startup");
        };
    }

    private static ActorColumns plain(String kind) {
        return new ActorColumns(kind, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Actor actor() {
        return switch (kind) {
            case "person" -> new Actor.Person(id.orElseThrow(), onBehalfOf);
            case "plugin" -> plugin(detail.orElseThrow());
            case "operator" -> new Actor.Operator();
            case "startup" -> new Actor.Startup();
            default -> new Actor.Anonymous();
        };
    }

    private static Actor plugin(String detail) {
        int blank = detail.indexOf(' ');
        return new Actor.Plugin(PluginId.of(detail.substring(0, blank)), detail.substring(blank + 1));
    }
}
