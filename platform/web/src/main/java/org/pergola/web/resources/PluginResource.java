package org.pergola.web.resources;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.error.Refused;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.rest.ListQuery;
import org.pergola.api.rest.MaxBody;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Patch;
import org.pergola.api.rest.Requires;
import org.pergola.api.rest.UploadName;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/** The plugins of this installation, and every change of them. */
@JakartarsResource
@Component(service = PluginResource.class)
@Path("plugins")
@Produces(MediaType.APPLICATION_JSON)
@Requires("kernel.plugin.manage")
public final class PluginResource {

    private static final int LARGEST = 256;

    private final Plugins plugins;
    private final Texts texts;

    @Activate
    public PluginResource(@Reference Plugins plugins, @Reference Texts texts) {
        this.plugins = plugins;
        this.texts = texts;
    }

    /**
     * A plugin.
     *
     * @param state  what is wished: on or off
     * @param status what is: running, waiting, failed or off
     * @param reason why it is not running though wished
     * @param health healthy, look, failing or unknown
     * @param available a newer version that came with the distribution
     */
    public record PluginInfo(String id, String version, String name, String summary, String state, String status,
            Optional<String> reason, String health, List<String> needs, List<String> dependents,
            Optional<String> available) {
    }

    @GET
    @Requires("kernel.plugin.see")
    public Page<PluginInfo> list(@BeanParam ListQuery query) {
        String words = query.words().toLowerCase(Locale.ROOT);
        List<PluginInfo> all = plugins.list().stream().map(this::shape).filter(plugin -> plugin.id().contains(words)
                || plugin.name().toLowerCase(Locale.ROOT).contains(words)).toList();
        return Pages.of(all, query, PluginInfo::id);
    }

    @GET
    @Path("{id}")
    @Requires("kernel.plugin.see")
    public PluginInfo one(@PathParam("id") String id) {
        return shape(find(id));
    }

    /** Installs the jar or KAR that is the body. */
    @POST
    @Consumes({"application/java-archive", "application/zip", MediaType.APPLICATION_OCTET_STREAM, MediaType.WILDCARD})
    @MaxBody(mebibytes = LARGEST)
    public Response install(InputStream file, @BeanParam UploadName name) {
        PluginInfo plugin = after(plugins.install(name.or("plugin.jar"), file));
        return Response.created(URI.create("plugins/" + plugin.id())).entity(plugin).build();
    }

    /** Updates to the jar or KAR that is the body. */
    @PUT
    @Path("{id}")
    @Consumes({"application/java-archive", "application/zip", MediaType.APPLICATION_OCTET_STREAM, MediaType.WILDCARD})
    @MaxBody(mebibytes = LARGEST)
    public PluginInfo update(@PathParam("id") String id, InputStream file, @BeanParam UploadName name) {
        return after(plugins.update(find(id).id(), name.or(id + ".jar"), file));
    }

    /** Switches it: {"state":"on"} or {"state":"off"}. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public PluginInfo change(@PathParam("id") String id, Patch patch) {
        patch.only("state");
        PluginId plugin = find(id).id();
        return switch (patch.string("state").orElse("")) {
            case "on" -> after(plugins.on(plugin));
            case "off" -> after(plugins.off(plugin));
            default -> throw Refused.invalid("state", Text.of("web.plugin.state"));
        };
    }

    /** Takes it out; its data is kept. */
    @DELETE
    @Path("{id}")
    public void uninstall(@PathParam("id") String id) {
        done(plugins.uninstall(find(id).id()));
    }

    private PluginInfo after(Plugins.Outcome outcome) {
        return shape(find(done(outcome).value()));
    }

    private static PluginId done(Plugins.Outcome outcome) {
        if (!outcome.done()) {
            throw Refused.conflict(outcome.reason().orElse(Text.of("web.plugin.failed")));
        }
        return outcome.plan().id();
    }

    private Plugins.Info find(String id) {
        Optional<PluginId> plugin;
        try {
            plugin = Optional.of(PluginId.of(id));
        } catch (IllegalArgumentException nobodysName) {
            throw missing(id).because(nobodysName);
        }
        return plugin.flatMap(plugins::find).orElseThrow(() -> missing(id));
    }

    private static Refused missing(String id) {
        return Refused.missing(Text.of("web.plugin.missing", id));
    }

    private PluginInfo shape(Plugins.Info info) {
        return new PluginInfo(info.id().value(), info.version(), texts.words(info.name()), texts.words(info.summary()),
                lower(info.state()), lower(info.status()), info.reason().map(texts::words), lower(info.health()),
                info.needs(), info.dependents().stream().map(PluginId::value).toList(), info.available());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
