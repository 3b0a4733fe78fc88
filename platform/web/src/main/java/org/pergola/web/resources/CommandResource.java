package org.pergola.web.resources;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.command.Command;
import org.pergola.api.error.Refused;
import org.pergola.api.host.Commands;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Requires;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/**
 * What the command line asks for. Only with the operator's token. As text the answer is the lines that a person
 * reads, with the exit code in the header {@code Pergola-Exit-Code}.
 */
@JakartarsResource
@Component(service = CommandResource.class)
@Path("commands")
@Requires(Access.SIGNED_IN)
public final class CommandResource {

    static final String EXIT_CODE = "Pergola-Exit-Code";

    private final Commands commands;
    private final Actors actors;
    private final Texts texts;

    @Activate
    public CommandResource(@Reference Commands commands, @Reference Actors actors, @Reference Texts texts) {
        this.commands = commands;
        this.actors = actors;
        this.texts = texts;
    }

    /** A command there is. */
    public record CommandInfo(String words, String usage, String summary) {
    }

    /** The words of a command and its arguments. */
    public record Call(List<String> words) {
    }

    /** How it ended: 0 done, 1 failed, 2 needs confirmation, 3 rolled back. */
    public record Outcome(int exitCode, List<String> lines, Map<String, Object> data) {
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<CommandInfo> list() {
        operatorOnly();
        return Page.of(commands.list().stream().map(one -> new CommandInfo(one.words(), one.usage(),
                texts.words(one.summary()))).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Outcome run(Call call) {
        return outcome(call.words() == null ? List.of() : call.words());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Outcome runForm(@FormParam("word") List<String> words) {
        return outcome(words);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_PLAIN)
    public Response runForText(@FormParam("word") List<String> words) {
        Outcome outcome = outcome(words);
        String text = outcome.lines().isEmpty() ? "" : String.join("\n", outcome.lines()) + "\n";
        return Response.ok(text, "text/plain;charset=UTF-8").header(EXIT_CODE, outcome.exitCode()).build();
    }

    private Outcome outcome(List<String> words) {
        operatorOnly();
        try {
            Command.Result result = commands.run(List.copyOf(words));
            return new Outcome(result.exitCode(), result.lines(), result.data());
        } catch (Refused refused) {
            return new Outcome(1, List.of(texts.words(refused.text())), Map.of());
        }
    }

    private void operatorOnly() {
        if (!(actors.current() instanceof Actor.Operator)) {
            throw Refused.forbidden(Text.of("web.operator"));
        }
    }
}
