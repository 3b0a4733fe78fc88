package org.pergola.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * {@code bin/pergola}: hands an operator's words to the running server, over loopback, with the token that only the
 * owner of the data folder can read. The exit code is the command's: 0 done, 1 failed, 2 needs confirmation, 3 rolled
 * back.
 */
public final class CommandClient {

    static final String USAGE = """
            Usage: %s COMMAND [arguments] [--output json] [--data DIR]

            Talks to the Pergola that runs on the data folder DIR (./data, or PERGOLA_DATA).
            "help" lists the commands that there are.
            """;

    private final Path data;

    private CommandClient(Path data) {
        this.data = data;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            Words words = Words.of(List.of(arguments), System.getenv());
            if (words.words().isEmpty()) {
                System.out.print(USAGE.formatted(System.getProperty("pergola.script", "pergola")));
                System.exit(words.help() ? 0 : 1);
            }
            System.exit(new CommandClient(words.data()).run(words));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * @param words  the command and its arguments, files with their whole path: the server has another folder
     * @param output {@code text} or {@code json}
     */
    record Words(List<String> words, String output, Path data, boolean help) {

        static Words of(List<String> arguments, Map<String, String> environment) {
            List<String> words = new ArrayList<>();
            String output = "text";
            String data = environment.getOrDefault("PERGOLA_DATA", "data");
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.equals("--output") || argument.equals("--data")) {
                    if (i + 1 == arguments.size()) {
                        throw new CannotStart(argument + " needs a value behind it.");
                    }
                    String value = arguments.get(++i);
                    output = argument.equals("--output") ? value : output;
                    data = argument.equals("--data") ? value : data;
                } else {
                    words.add(isFile(argument) ? Path.of(argument).toAbsolutePath().normalize().toString() : argument);
                }
            }
            if (!output.equals("text") && !output.equals("json")) {
                throw new CannotStart("--output takes text or json, not " + output + ".");
            }
            boolean help = words.equals(List.of("--help"));
            return new Words(help ? List.of() : List.copyOf(words), output, Path.of(data).toAbsolutePath().normalize(),
                    help);
        }

        /** A name alone may also be a plugin's or a person's: a file is meant where a dot or a slash is in it. */
        private static boolean isFile(String argument) {
            return (argument.contains(".") || argument.contains("/")) && Files.isRegularFile(Path.of(argument));
        }
    }

    private int run(Words words) throws InterruptedException {
        ObjectMapper json = new ObjectMapper();
        try {
            String body = json.writeValueAsString(Map.of("words", words.words()));
            HttpRequest request = HttpRequest.newBuilder(URI.create(server() + "/api/v1/commands"))
                    .header("Authorization", "Bearer " + token())
                    .header("Content-Type", "application/json").header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build();
            HttpResponse<String> response = HttpClient.newHttpClient().send(request,
                    HttpResponse.BodyHandlers.ofString());
            JsonNode answer = json.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new CannotStart(answer.path("detail").asText("The server answered " + response.statusCode() + "."));
            }
            int exitCode = answer.path("exitCode").asInt(1);
            (exitCode == 1 ? System.err : System.out).println(words.output().equals("json") ? data(answer, json)
                    : lines(answer));
            return exitCode;
        } catch (ConnectException e) {
            throw new CannotStart("No Pergola answers for the data folder " + data + "; is it running?", e);
        } catch (IOException e) {
            throw new CannotStart("The answer of the server cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static String lines(JsonNode answer) {
        return StreamSupport.stream(answer.path("lines").spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.joining("\n"));
    }

    /** A command without data, or one that failed, has its words as data. */
    private static String data(JsonNode answer, ObjectMapper json) throws IOException {
        JsonNode data = answer.path("data");
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(data.isEmpty() ? Map.of("message", lines(answer)) : data);
    }

    private String server() throws IOException {
        try {
            return Files.readString(DataFolder.running(data)).strip();
        } catch (NoSuchFileException e) {
            throw new CannotStart("No Pergola runs on the data folder " + data + "; name another one with --data.", e);
        }
    }

    private String token() {
        Path file = DataFolder.token(data);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart("The token in " + file + " cannot be read: only the owner of the data folder may give "
                    + "commands.", e);
        }
    }
}
