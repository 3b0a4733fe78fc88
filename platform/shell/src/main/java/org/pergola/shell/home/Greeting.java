package org.pergola.shell.home;

import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.text.Text;
import org.pergola.ui.Page;

/** "Good morning, Amara", by the installation's clock. */
final class Greeting {
    private Greeting() {
    }

    static Text of(Page page, People people) {
        String name = people.find(page.person()).map(Person::firstName).orElse("");
        int hour = page.now().atZone(page.zone()).getHour();
        String time = hour < 5 ? "evening" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
        return Text.of("shell.greeting." + time, name);
    }
}
