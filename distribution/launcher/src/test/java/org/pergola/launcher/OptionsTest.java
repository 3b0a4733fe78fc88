package org.pergola.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void without_options_it_listens_on_loopback_at_8080_with_derby_in_the_data_folder() {
        Options options = parse();

        assertEquals(8080, options.port());
        assertEquals(Path.of("data").toAbsolutePath(), options.data());
        assertTrue(options.listen().isEmpty());
        assertTrue(options.database().isEmpty());
    }

    @Test
    void an_unknown_option_is_named() {
        assertEquals("There is no option --demon; --help lists them.", refusal("--demon"));
    }

    @Test
    void an_option_without_its_value_is_named() {
        assertEquals("--port needs a value behind it; --help says which.", refusal("--port"));
        assertEquals("--data needs a value behind it; --help says which.", refusal("--data", "--no-plugins"));
    }

    @Test
    void a_port_is_a_number_that_exists() {
        assertEquals("--port takes a number from 1 to 65535, not 70000.", refusal("--port", "70000"));
        assertEquals("--port takes a number from 1 to 65535, not http.", refusal("--port", "http"));
    }

    @Test
    void a_database_that_is_not_postgresql_is_refused_by_its_address() {
        assertTrue(refusal("--db", "mysql://here").contains("not mysql://here"));
    }

    @Test
    void the_password_of_the_database_may_come_from_the_environment() {
        Options options = Options.parse(new String[] {"--db", "jdbc:postgresql:p", "--db-user", "u"},
                Map.of("PERGOLA_DB_PASSWORD", "secret"));

        assertEquals(new Options.Database("jdbc:postgresql:p", "u", "secret"), options.database().orElseThrow());
    }

    private static Options parse(String... words) {
        return Options.parse(words, Map.of());
    }

    private static String refusal(String... words) {
        return assertThrows(CannotStart.class, () -> parse(words)).getMessage();
    }
}
