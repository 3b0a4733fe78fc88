package org.pergola.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.launcher.CommandClient.Words;

class CommandClientTest {

    @TempDir
    Path folder;

    @Test
    void a_file_is_named_with_its_whole_path_since_the_server_stands_elsewhere() throws IOException {
        Path jar = Files.writeString(folder.resolve("new.jar"), "");
        Path detour = folder.resolve("x/../new.jar");
        Files.createDirectories(folder.resolve("x"));

        assertEquals(List.of("plugin", "install", jar.toString()),
                Words.of(List.of("plugin", "install", detour.toString()), Map.of()).words());
    }

    @Test
    void options_of_the_client_are_not_words_of_the_command() {
        Words words = Words.of(List.of("plugin", "list", "--output", "json", "--data", folder.toString()), Map.of());

        assertEquals(List.of("plugin", "list"), words.words());
        assertEquals("json", words.output());
        assertEquals(folder, words.data());
    }

    @Test
    void another_output_is_refused() {
        assertEquals("--output takes text or json, not xml.",
                assertThrows(CannotStart.class, () -> Words.of(List.of("help", "--output", "xml"), Map.of()))
                        .getMessage());
    }
}
