package org.pergola.kernel.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.command.Command;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.kernel.password.ChancePassword;

/** {@code user create}: an account; with a password of chance where none is given. */
@Component
public final class UserCreateCommand implements Command {

    private final People people;
    private final Texts texts;

    @Activate
    public UserCreateCommand(@Reference People people, @Reference Texts texts) {
        this.people = people;
        this.texts = texts;
    }

    @Override
    public String words() {
        return "user create";
    }

    @Override
    public String usage() {
        return "USERNAME EMAIL FIRST LAST [PASSWORD]";
    }

    @Override
    public Text summary() {
        return Text.of("kernel.command.user-create");
    }

    @Override
    public Result run(List<String> arguments) {
        Arguments.between(this, arguments, 4, 5);
        boolean given = arguments.size() == 5;
        String password = given ? arguments.get(4) : ChancePassword.next();
        Person person = people.create(new People.NewPerson(arguments.get(0), arguments.get(1), arguments.get(2),
                arguments.get(3), Optional.of(password), Optional.empty()));
        Map<String, Object> data = given ? Map.of("id", person.id().toString(), "username", person.username())
                : Map.of("id", person.id().toString(), "username", person.username(), "password", password);
        return Result.done(texts.words(given ? Text.of("kernel.command.user-create.done", person.name())
                : Text.of("kernel.command.user-create.done-with", person.name(), password)), data);
    }
}
