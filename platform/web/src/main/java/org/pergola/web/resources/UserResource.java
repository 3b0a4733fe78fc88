package org.pergola.web.resources;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.access.Access;
import org.pergola.api.error.Refused;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.rest.IfMatch;
import org.pergola.api.rest.ListQuery;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Patch;
import org.pergola.api.rest.Requires;
import org.pergola.api.rest.Versioned;
import org.pergola.api.text.Text;

/** Accounts of people. */
@JakartarsResource
@Component(service = UserResource.class)
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Requires("kernel.user.manage")
public final class UserResource {

    private final People people;

    @Activate
    public UserResource(@Reference People people) {
        this.people = people;
    }

    /** A person; status is active, suspended or deactivated. */
    public record User(UUID id, String username, String email, String firstName, String lastName, String status,
            Optional<UUID> orgUnitId, Optional<Instant> lastSeen, Instant created, long version)
            implements Versioned {
    }

    /** What a new person needs. */
    public record NewUser(String username, String email, String firstName, String lastName,
            Optional<String> password, Optional<UUID> orgUnitId) {
    }

    @GET
    @Requires("kernel.user.see")
    public Page<User> list(@BeanParam ListQuery query, @QueryParam("orgUnitId") UUID unit) {
        People.Page<Person> page = people.list(new People.ListRequest(query.words(), query.limit(), query.cursor(),
                Optional.ofNullable(unit)));
        return new Page<>(page.items(), page.next()).map(UserResource::shape);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewUser wished) {
        Person person = people.create(new People.NewPerson(text(wished.username()), text(wished.email()),
                text(wished.firstName()), text(wished.lastName()), given(wished.password()),
                given(wished.orgUnitId())));
        return Response.created(URI.create("users/" + person.id())).entity(shape(person)).build();
    }

    /** One may see oneself. */
    @GET
    @Path("{id}")
    @Requires(Access.SIGNED_IN)
    public User one(@PathParam("id") UUID id) {
        return people.find(id).map(UserResource::shape)
                .orElseThrow(() -> Refused.missing(Text.of("web.user.missing")));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public User change(@PathParam("id") UUID id, Patch patch, @BeanParam IfMatch ifMatch) {
        patch.only("username", "email", "firstName", "lastName", "status", "orgUnitId", "password");
        one(id);
        Person changed = people.change(id, new People.PersonChange(patch.string("username"), patch.string("email"),
                patch.string("firstName"), patch.string("lastName"), patch.string("status").map(UserResource::status),
                patch.uuid("orgUnitId")), ifMatch.version());
        patch.string("password").ifPresent(password -> people.setPassword(id, password));
        return people.find(id).map(UserResource::shape).orElseGet(() -> shape(changed));
    }

    /** Deactivates: the records stay. */
    @DELETE
    @Path("{id}")
    public void deactivate(@PathParam("id") UUID id) {
        one(id);
        people.deactivate(id);
    }

    private static Person.Status status(String name) {
        for (Person.Status status : Person.Status.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(name)) {
                return status;
            }
        }
        throw Refused.invalid("status", Text.of("web.field.malformed", "status"));
    }

    private static User shape(Person person) {
        return new User(person.id(), person.username(), person.email(), person.firstName(), person.lastName(),
                person.status().name().toLowerCase(Locale.ROOT), person.orgUnitId(), person.lastSeen(),
                person.created(), person.version());
    }

    private static String text(String absent) {
        return absent == null ? "" : absent;
    }

    private static <T> Optional<T> given(Optional<T> absent) {
        return absent == null ? Optional.empty() : absent;
    }
}
