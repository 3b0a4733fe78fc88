package org.pergola.web.resources;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actors;
import org.pergola.api.host.SignIn;
import org.pergola.api.rest.ListQuery;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Requires;

/** One's own personal access tokens: a new one is shown this once, and each can be taken back. */
@JakartarsResource
@Component(service = TokenResource.class)
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Access.SIGNED_IN)
public final class TokenResource {

    private static final int LONGEST = 100;

    private final SignIn signIn;
    private final Actors actors;

    @Activate
    public TokenResource(@Reference SignIn signIn, @Reference Actors actors) {
        this.signIn = signIn;
        this.actors = actors;
    }

    /** @param label what the person calls it; REST where absent */
    public record NewToken(Optional<String> label) {
    }

    /** The token, shown once. */
    public record Token(String label, String token) {
    }

    /** The person's tokens, newest first, without their secrets. */
    @GET
    public Page<SignIn.Token> list(@BeanParam ListQuery query) {
        return Pages.of(signIn.tokens(), query, token -> token.id().toString());
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") UUID id) {
        signIn.revokeToken(id);
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Response create(NewToken wished) {
        actors.person();
        String label = Optional.ofNullable(wished).flatMap(given -> Optional.ofNullable(given.label())
                .orElse(Optional.empty())).map(String::strip)
                .filter(text -> !text.isEmpty()).orElse("REST");
        String cut = label.substring(0, Math.min(label.length(), LONGEST));
        return Response.status(Response.Status.CREATED).entity(new Token(cut, signIn.newToken(cut))).build();
    }
}
