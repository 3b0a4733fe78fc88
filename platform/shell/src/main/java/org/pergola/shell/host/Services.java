package org.pergola.shell.host;

import com.vaadin.flow.server.VaadinService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.Guard;
import org.pergola.api.host.ResourceAccess;
import org.pergola.api.host.SignIn;
import org.pergola.api.people.People;
import org.pergola.api.text.Texts;
import org.pergola.api.time.Clock;

/** What frames and hosts need: Vaadin makes them, so nothing can be handed to their constructors. */
@Component(service = Services.class)
public final class Services {
    private final BundleContext context;
    private final ViewBoard views;
    private final SlotBoard slots;
    private final Hosts hosts;
    private final Workers workers;
    private final Texts texts;
    private final Access access;
    private final ActorBinding actors;
    private final Guard guard;
    private final Clock clock;
    private final People people;
    private final SignIn signIn;
    private final ResourceAccess administration;

    @Activate
    public Services(BundleContext context, @Reference ViewBoard views, @Reference SlotBoard slots,
            @Reference Hosts hosts, @Reference Workers workers, @Reference Texts texts, @Reference Access access,
            @Reference ActorBinding actors, @Reference Guard guard, @Reference Clock clock,
            @Reference People people, @Reference SignIn signIn, @Reference ResourceAccess administration) {
        this.context = context;
        this.views = views;
        this.slots = slots;
        this.hosts = hosts;
        this.workers = workers;
        this.texts = texts;
        this.access = access;
        this.actors = actors;
        this.guard = guard;
        this.clock = clock;
        this.people = people;
        this.signIn = signIn;
        this.administration = administration;
    }

    /** Those of the application that the current page belongs to. */
    public static Services current() {
        return VaadinService.getCurrent().getContext().getAttribute(Services.class);
    }

    /** Makes them {@link #current} for the application. */
    public void attachTo(VaadinService service) {
        service.getContext().setAttribute(Services.class, this);
    }

    BundleContext context() {
        return context;
    }

    public ViewBoard views() {
        return views;
    }

    SlotBoard slots() {
        return slots;
    }

    public Hosts hosts() {
        return hosts;
    }

    Workers workers() {
        return workers;
    }

    public Texts texts() {
        return texts;
    }

    public Access access() {
        return access;
    }

    public ActorBinding actors() {
        return actors;
    }

    Guard guard() {
        return guard;
    }

    public Clock clock() {
        return clock;
    }

    public People people() {
        return people;
    }

    public SignIn signIn() {
        return signIn;
    }

    public ResourceAccess administration() {
        return administration;
    }

    /** Whether the actor may see what asks for this permission. */
    public boolean sees(String permission, org.pergola.api.actor.Actor actor) {
        if (permission.equals(Access.PUBLIC)) {
            return true;
        }
        return actor.person().isPresent() && (permission.equals(Access.SIGNED_IN) || access.mayAnywhere(permission));
    }
}
