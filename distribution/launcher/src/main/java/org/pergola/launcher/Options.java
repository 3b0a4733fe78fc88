package org.pergola.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param port      the HTTP port
 * @param data      the folder of all that changes, absolute
 * @param listen    the address to listen on; empty for the two loopback addresses
 * @param database  empty for Derby inside the data folder
 * @param noPlugins whether the platform starts bare
 * @param help      whether only the usage is wanted
 */
record Options(int port, Path data, Optional<String> listen, Optional<Database> database, boolean noPlugins,
        boolean help) {

    /** A database of one's own. */
    record Database(String url, String user, String password) {
    }

    /**
     * @param environment the process's environment
     * @throws CannotStart with a sentence, for what cannot be understood
     */
    static Options parse(String[] words, Map<String, String> environment) {
        int port = 8080;
        String data = "data";
        Optional<String> listen = Optional.empty();
        Optional<String> url = Optional.empty();
        Optional<String> user = Optional.empty();
        Optional<String> password = Optional.ofNullable(environment.get("PERGOLA_DB_PASSWORD"));
        boolean noPlugins = false;
        boolean help = false;
        for (int i = 0; i < words.length; i++) {
            String option = words[i];
            switch (option) {
                case "--port" -> port = port(value(words, ++i, option));
                case "--data" -> data = value(words, ++i, option);
                case "--listen" -> listen = Optional.of(value(words, ++i, option));
                case "--db" -> url = Optional.of(value(words, ++i, option));
                case "--db-user" -> user = Optional.of(value(words, ++i, option));
                case "--db-password" -> password = Optional.of(value(words, ++i, option));
                case "--no-plugins" -> noPlugins = true;
                case "--help" -> help = true;
                default -> throw new CannotStart("There is no option " + option + "; --help lists them.");
            }
        }
        if (url.isEmpty() && user.isPresent()) {
            throw new CannotStart("--db-user goes with --db, which is missing.");
        }
        return new Options(port, Path.of(data).toAbsolutePath().normalize(), listen, database(url, user, password),
                noPlugins, help);
    }

    private static Optional<Database> database(Optional<String> url, Optional<String> user,
            Optional<String> password) {
        url.filter(text -> !text.startsWith("jdbc:postgresql:")).ifPresent(text -> {
            throw new CannotStart("--db takes a PostgreSQL address such as jdbc:postgresql://localhost:5432/pergola, not "
                    + text + ".");
        });
        return url.map(text -> new Database(text, user.orElse(""), password.orElse("")));
    }

    private static String value(String[] words, int index, String option) {
        if (index >= words.length || words[index].startsWith("--")) {
            throw new CannotStart(option + " needs a value behind it; --help says which.");
        }
        return words[index];
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new CannotStart("--port takes a number from 1 to 65535, not " + text + ".", e);
        }
        throw new CannotStart("--port takes a number from 1 to 65535, not " + text + ".");
    }
}
