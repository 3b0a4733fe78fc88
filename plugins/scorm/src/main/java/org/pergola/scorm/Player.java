package org.pergola.scorm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.content.ContentHandler;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.learning.api.Evidence.Completion;
import org.pergola.learning.api.Evidence.Success;

/**
 * The player's page on the content origin, and what its script asks for: {@code open} begins a session of a part,
 * {@code commit} stores its data. The package's own files are the page's same-origin children.
 */
@Component(property = ContentHandler.NAME + "=" + ScormActivityType.ID)
public final class Player implements ContentHandler {

    /** The launch's context entry with the attempt's id. */
    static final String ATTEMPT = "attempt";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Texts that the script shows, by the name it has for them. */
    private static final List<String> WORDS = List.of("saving", "saved", "unsaved", "elsewhere", "next", "previous",
            "parts", "done", "begun", "untouched", "passed", "failed", "leave", "ready", "unopened", "refused", "again");

    @Reference
    private RunTime runTime;

    @Reference
    private Texts texts;

    @Override
    public Answer answer(Request request) {
        UUID attempt = UUID.fromString(request.launch().context().get(ATTEMPT));
        return switch (request.method() + " " + request.path()) {
            case "GET " -> Answer.html(page(request, runTime.sheet(attempt)));
            case "POST open" -> open(attempt, Commit.read(request.body()));
            case "POST commit" -> commit(attempt, Commit.read(request.body()));
            default -> Answer.status(404);
        };
    }

    private Answer open(UUID attempt, Commit asked) {
        RunTime.Opened opened = runTime.open(attempt, asked.item());
        ObjectNode answer = MAPPER.createObjectNode();
        answer.put("session", opened.session());
        answer.set("cmi", opened.cmi());
        return Answer.json(answer.toString());
    }

    private Answer commit(UUID attempt, Commit commit) {
        Outcome outcome = runTime.commit(attempt, commit);
        return Answer.json(MAPPER.createObjectNode().put("state", state(outcome)).toString());
    }

    private String page(Request request, RunTime.Sheet sheet) {
        ObjectNode data = MAPPER.createObjectNode();
        data.put("edition", sheet.content().edition().name());
        data.put("portal", request.portal());
        lines(sheet, sheet.manifest().items(), data.putArray("items"));
        ObjectNode words = data.putObject("words");
        WORDS.forEach(name -> words.put(name, texts.words(Text.of("scorm.player." + name))));
        String title = escape(sheet.manifest().title());
        String runTimeScript = sheet.content().edition() == Edition.SCORM_12 ? "scorm12" : "scorm2004";
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="stylesheet" href="app/player.css">
                </head>
                <body>
                <nav id="parts" aria-label="%s" hidden></nav>
                <main>
                <iframe id="part" name="part" title="%s" allow="fullscreen; autoplay"></iframe>
                </main>
                <footer>
                <button type="button" id="previous"></button>
                <span id="state"></span>
                <span id="aloud" role="status"></span>
                <button type="button" id="next"></button>
                </footer>
                <script type="application/json" id="data" nonce="%s">%s</script>
                <script src="app/%s.min.js" nonce="%s"></script>
                <script src="app/runtime.js" nonce="%s"></script>
                <script src="app/player.js" nonce="%s"></script>
                </body>
                </html>
                """.formatted(title, escape(words.get("parts").asText()), title, request.nonce(),
                data.toString().replace("<", "\\u003c"), runTimeScript, request.nonce(), request.nonce(),
                request.nonce());
    }

    private static void lines(RunTime.Sheet sheet, List<Item> items, ArrayNode into) {
        for (Item item : items) {
            if (item.visible()) {
                ObjectNode line = into.addObject();
                line.put("id", item.id()).put("title", item.title()).put("sco", item.sco());
                item.address().ifPresent(address -> line.put("address", address));
                line.put("state", state(sheet.outcomes().getOrDefault(item.id(), Outcome.NONE)));
                lines(sheet, item.children(), line.putArray("items"));
            }
        }
    }

    /** One of passed, failed, done, begun, untouched. */
    private static String state(Outcome outcome) {
        if (outcome.success() != Success.UNKNOWN) {
            return outcome.success().name().toLowerCase(Locale.ROOT);
        }
        return outcome.completion() == Completion.COMPLETED ? "done"
                : outcome.completion() == Completion.INCOMPLETE ? "begun" : "untouched";
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
