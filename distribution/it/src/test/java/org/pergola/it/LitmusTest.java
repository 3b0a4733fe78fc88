package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LitmusTest {

    @Test
    void the_platform_knows_nothing_of_learning() throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("pergola.root"), ".ci", "litmus");
        Process process = new ProcessBuilder(script.toString()).redirectErrorStream(true).start();
        String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), found);
    }
}
