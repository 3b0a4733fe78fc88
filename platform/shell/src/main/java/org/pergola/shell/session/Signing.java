package org.pergola.shell.session;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.pergola.api.actor.Actor;
import org.pergola.api.host.SignIn;

/** Who has signed in, kept in the session; and whether that still counts. */
public final class Signing {
    /** The language of the pages. */
    public static final Locale LOCALE = Locale.ENGLISH;
    private static final String PERSON = "org.pergola.person";
    private static final String GENERATION = "org.pergola.generation";

    private Signing() {
    }

    /** The person of the current page's session, or a stranger. */
    public static Actor current() {
        return Optional.ofNullable(VaadinSession.getCurrent()).map(VaadinSession::getSession)
                .flatMap(session -> person(session::getAttribute)).<Actor>map(Actor.Person::new)
                .orElseGet(Actor.Anonymous::new);
    }

    /** @param attributes of a session, by name */
    static Optional<UUID> person(Function<String, Object> attributes) {
        return attributes.apply(PERSON) instanceof UUID person ? Optional.of(person) : Optional.empty();
    }

    /** Whether the account may still act and its sessions have not been ended. */
    static boolean counts(UUID person, Function<String, Object> attributes, SignIn accounts) {
        return accounts.mayAct(person)
                && Long.valueOf(accounts.generation(person)).equals(attributes.apply(GENERATION));
    }

    /** From now on this session is the person's, under a new id: whoever knew the old one has nothing. */
    static void in(UUID person, SignIn accounts) {
        VaadinService.reinitializeSession(VaadinRequest.getCurrent());
        WrappedSession session = VaadinSession.getCurrent().getSession();
        session.setAttribute(PERSON, person);
        session.setAttribute(GENERATION, accounts.generation(person));
    }

    /** Ends the session of the current page. */
    public static void out() {
        VaadinSession.getCurrent().getSession().invalidate();
    }

    /** After a change of one's own password this session goes on; the others have ended. */
    public static void goOn(SignIn accounts) {
        WrappedSession session = VaadinSession.getCurrent().getSession();
        person(session::getAttribute)
                .ifPresent(person -> session.setAttribute(GENERATION, accounts.generation(person)));
    }
}
