package org.pergola.learning;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actors;

/** What the actor may do with the learning of a person: of oneself by one permission, of others by another. */
@Component(service = Rights.class)
public final class Rights {

    public static final String SEE = "learning.enrolment.see";
    public static final String MANAGE = "learning.enrolment.manage";
    public static final String SELF = "learning.enrolment.self";
    public static final String CATALOGUE = "learning.catalogue.see";

    private final Actors actors;
    private final Access access;

    @Activate
    public Rights(@Reference Actors actors, @Reference Access access) {
        this.actors = actors;
        this.access = access;
    }

    boolean maySee(UUID userId) {
        return self(userId) || access.may(SEE, Target.person(userId));
    }

    void requireManage(UUID userId) {
        access.require(MANAGE, Target.person(userId));
    }

    /** Learning is one's own: nobody does it for another. A plugin's own work may, where it is permitted to manage. */
    void requireLearner(UUID userId) {
        if (self(userId)) {
            access.require(SELF, Target.person(userId));
        } else {
            requireManage(userId);
        }
    }

    boolean self(UUID userId) {
        return actors.current().person().filter(userId::equals).isPresent();
    }
}
