package org.pergola.shell.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pergola.shell.host.ViewBoard.Match;

/** The address that a page was opened by: what it says, and how one goes on from it. */
final class Address {
    private final HostView host;
    private final Match match;
    private final UI ui;

    Address(HostView host, Match match, UI ui) {
        this.host = host;
        this.match = match;
        this.ui = ui;
    }

    String param(String name) {
        return Optional.ofNullable(match.names().get(name)).orElseThrow(() -> new IllegalArgumentException(
                "The path " + match.entry().path() + " has no {" + name + "}."));
    }

    Optional<String> query(String name) {
        return host.query().getOrDefault(name, List.of()).stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** @param href begins with a slash, may have a query */
    void go(String href) {
        String address = href.substring(1);
        int mark = address.indexOf('?');
        if (mark < 0) {
            ui.navigate(address);
        } else {
            ui.navigate(address.substring(0, mark), QueryParameters.fromString(address.substring(mark + 1)));
        }
    }

    /** Puts one name of the query into the browser's address; the page stays as it is. An empty value takes it out. */
    void replace(String href, String name, String value) {
        Map<String, List<String>> query = new HashMap<>(host.query());
        if (value.isEmpty()) {
            query.remove(name);
        } else {
            query.put(name, List.of(value));
        }
        host.query(query);
        ui.getPage().getHistory().replaceState(null, new Location(href.substring(1), new QueryParameters(query)));
    }
}
