package org.pergola.page;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * From Markdown to HTML that is safe to show: raw HTML is escaped by the renderer, and what comes out passes a list
 * of allowed elements and addresses, so that neither alone has to be right.
 */
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "code", "pre",
                    "blockquote", "a")
            .addAttributes("a", "href", "title").addAttributes("ol", "start")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer").addEnforcedAttribute("a", "target", "_blank");

    private Markdown() {
    }

    /** HTML of the elements above only. The page's own heading is level 1, so those of the text begin at 2. */
    static String html(String markdown) {
        Document raw = Jsoup.parseBodyFragment(RENDERER.render(PARSER.parse(markdown)));
        for (int level = 5; level >= 1; level--) {
            raw.select("h" + level).tagName("h" + (level + 1));
        }
        Document clean = new Cleaner(ALLOWED).clean(raw);
        clean.outputSettings().prettyPrint(false);
        return clean.body().html();
    }
}
