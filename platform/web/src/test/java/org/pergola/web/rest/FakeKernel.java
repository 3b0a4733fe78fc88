package org.pergola.web.rest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.error.Refused;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.Guard;
import org.pergola.api.host.SignIn;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.api.time.Clock;

/** The kernel as far as REST sees it: ann may do what is permitted, her password is "secret", her token "t-ann". */
public final class FakeKernel implements SignIn, ActorBinding, Actors, Access, Guard, Texts, Clock {

    public static final UUID ANN = UUID.fromString("01900000-0000-7000-8000-000000000001");

    public final Set<String> permitted = ConcurrentHashMap.newKeySet();
    public final Set<String> counted = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Actor> bound = new ThreadLocal<>();

    RestServlet.Kernel kernel(FakeDatabase database) {
        return new RestServlet.Kernel(this, "operator"::equals, this, this, this, this, this, database, this);
    }

    @Override
    public UUID check(String name, String password, String address) {
        if (name.equals("locked")) {
            throw new Refused(Refused.Kind.TOO_MANY, Text.of("login.wait", 30));
        }
        if (!name.equals("ann") || !password.equals("secret")) {
            throw new Refused(Refused.Kind.UNAUTHENTICATED, Text.of("login.wrong"));
        }
        return ANN;
    }

    @Override
    public UUID checkAgain(String name, String password, String address) {
        return check(name, password, address);
    }

    @Override
    public Optional<UUID> byToken(String token) {
        return token.equals("t-ann") ? Optional.of(ANN) : Optional.empty();
    }

    @Override
    public String newToken(String label) {
        return "new";
    }

    @Override
    public List<Token> tokens() {
        return List.of();
    }

    @Override
    public void revokeToken(UUID id) {
    }

    @Override
    public boolean mayAct(UUID userId) {
        return true;
    }

    @Override
    public long generation(UUID userId) {
        return 1;
    }

    @Override
    public <T> T call(Actor actor, Callable<T> work) throws Exception {
        try (Bound binding = bind(actor)) {
            return work.call();
        }
    }

    @Override
    public void run(Actor actor, Runnable work) {
        try (Bound binding = bind(actor)) {
            work.run();
        }
    }

    @Override
    public Bound bind(Actor actor) {
        Actor before = bound.get();
        bound.set(actor);
        return () -> bound.set(before);
    }

    @Override
    public Actor current() {
        return Optional.ofNullable(bound.get()).orElseThrow(
                () -> new Refused(Refused.Kind.UNAUTHENTICATED, Text.of("nobody")));
    }

    @Override
    public UUID person() {
        return current().person().orElseThrow();
    }

    @Override
    public boolean may(String permission, Target target) {
        return permitted.contains(permission);
    }

    @Override
    public boolean mayAnywhere(String permission) {
        return permitted.contains(permission);
    }

    @Override
    public void require(String permission, Target target) {
        requireAnywhere(permission);
    }

    @Override
    public void requireAnywhere(String permission) {
        if (!permitted.contains(permission)) {
            throw Refused.forbidden(Text.of("not.permitted"));
        }
    }

    @Override
    public Condition visible(String permission, Field<UUID> personColumn) {
        return DSL.trueCondition();
    }

    @Override
    public <T> T call(PluginId plugin, String activity, Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (Exception failed) {
            counted.add(plugin.value());
            throw failed;
        }
    }

    @Override
    public <S, T> Optional<T> with(ServiceReference<S> reference, String activity, Function<S, T> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PluginId> owner(Bundle bundle) {
        return Optional.of(PluginId.of(bundle.getSymbolicName()));
    }

    @Override
    public String words(Text text, Locale locale) {
        return text.toString();
    }

    @Override
    public String words(Text text) {
        return text.toString();
    }

    @Override
    public Instant now() {
        return java.time.Clock.systemUTC().instant();
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
