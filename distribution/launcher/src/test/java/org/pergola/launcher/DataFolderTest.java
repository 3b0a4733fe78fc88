package org.pergola.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void the_cache_of_the_last_run_is_thrown_away_and_nothing_else() throws IOException {
        Files.createDirectories(folder.resolve("cache/bundles/1"));
        Files.createDirectories(folder.resolve("blobs"));
        Files.writeString(folder.resolve("blobs/kept"), "kept");

        DataFolder.open(folder);

        assertFalse(Files.exists(folder.resolve("cache/bundles")));
        assertTrue(Files.exists(folder.resolve("blobs/kept")));
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_one_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "");

        assertEquals("The data folder " + file + " is not a folder that this user can write to.",
                assertThrows(CannotStart.class, () -> DataFolder.open(file)).getMessage());
    }

    @Test
    void the_first_password_is_there_once() throws IOException {
        DataFolder data = DataFolder.open(folder);
        Files.writeString(folder.resolve("admin-password"), "two words\n");

        assertEquals(Optional.of("two words"), data.takeAdministratorPassword());
        assertEquals(Optional.empty(), data.takeAdministratorPassword());
    }

    @Test
    void settings_in_the_data_folder_win_over_the_distribution_and_the_command_line_over_both() throws IOException {
        Path distribution = Files.createDirectories(folder.resolve("distribution"));
        Files.writeString(distribution.resolve("org.apache.felix.http.cfg"),
                "org.apache.felix.http.session.timeout = 30\nkept = yes");
        DataFolder data = DataFolder.open(folder.resolve("data"));
        Files.writeString(data.ownEtc().resolve("org.apache.felix.http.cfg"),
                "org.apache.felix.http.session.timeout = 5\norg.osgi.service.http.port = 1");
        Files.writeString(data.ownEtc().resolve("org.pergola.learning.cfg"), "the = kernel's");

        new Etc(distribution, data).prepare(Options.parse(new String[] {"--port", "8109"}, Map.of()));

        Properties effective = new Properties();
        effective.load(Files.newBufferedReader(data.effectiveEtc().resolve("org.apache.felix.http.cfg")));
        assertEquals("5", effective.getProperty("org.apache.felix.http.session.timeout"));
        assertEquals("yes", effective.getProperty("kept"));
        assertEquals("8109", effective.getProperty("org.osgi.service.http.port"));
        assertEquals("127.0.0.1", effective.getProperty("org.apache.felix.http.host"));
        assertFalse(Files.exists(data.effectiveEtc().resolve("org.pergola.learning.cfg")));
    }
}
