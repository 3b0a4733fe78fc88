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
        String name = people.find(page.person()).filter(Greeting::named).map(Person::firstName).orElse("");
        int hour = page.now().atZone(page.zone()).getHour();
        String time = hour < 5 ? "evening" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
        return name.isBlank() ? Text.of("shell.greeting.plain." + time) : Text.of("shell.greeting." + time, name);
    }

    /** The account that came with the installation has the name of its task until somebody gives it theirs. */
    private static boolean named(Person person) {
        return !person.email().endsWith("@localhost");
    }
}
