package org.pergola.kernel.command;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.command.Command;
import org.pergola.api.error.Refused;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.kernel.password.ChancePassword;

/** {@code user password}: sets another one; of chance where none is given. */
@Component
public final class UserPasswordCommand implements Command {

    private final People people;
    private final Texts texts;

    @Activate
    public UserPasswordCommand(@Reference People people, @Reference Texts texts) {
        this.people = people;
        this.texts = texts;
    }

    @Override
    public String words() {
        return "user password";
    }

    @Override
    public String usage() {
        return "USERNAME [PASSWORD]";
    }

    @Override
    public Text summary() {
        return Text.of("kernel.command.user-password");
    }

    @Override
    public Result run(List<String> arguments) {
        Arguments.between(this, arguments, 1, 2);
        Person person = people.findByUsername(arguments.get(0)).orElseThrow(
                () -> Refused.missing(Text.of("kernel.user.username.unknown", arguments.get(0))));
        boolean given = arguments.size() == 2;
        String password = given ? arguments.get(1) : ChancePassword.next();
        people.setPassword(person.id(), password);
        return given
                ? Result.done(texts.words(Text.of("kernel.command.user-password.done", person.name())), Map.of())
                : Result.done(texts.words(Text.of("kernel.command.user-password.done-with", person.name(), password)),
                        Map.of("password", password));
    }
}
