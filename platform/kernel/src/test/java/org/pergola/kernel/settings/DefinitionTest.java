package org.pergola.kernel.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pergola.api.error.Refused;
import org.pergola.api.settings.Settings.Kind;

class DefinitionTest {

    private static Definition number(boolean whole) {
        return new Definition("pots", "Pots", "", Kind.NUMBER, whole, true, Map.of(), "3", Optional.of(1.0),
                Optional.of(10.0));
    }

    private static String refused(Definition definition, String value) {
        Refused refused = assertThrows(Refused.class, () -> definition.checked(value));
        assertEquals(Optional.of(definition.key()), refused.field());
        return refused.text().key();
    }

    @Test
    void a_number_is_a_number_within_its_limits() {
        assertEquals("7", number(true).checked(" 7 "));
        assertEquals("7.5", number(false).checked("7.5"));
        assertEquals("kernel.settings.whole", refused(number(true), "7.5"));
        assertEquals("kernel.settings.number", refused(number(false), "many"));
        assertEquals("kernel.settings.min", refused(number(true), "0"));
        assertEquals("kernel.settings.max", refused(number(true), "11"));
        assertEquals("kernel.field.missing", refused(number(true), ""));
    }

    @Test
    void a_choice_is_one_of_its_options_and_a_switch_is_true_or_false() {
        Definition choice = new Definition("soil", "Soil", "", Kind.CHOICE, false, true,
                Map.of("clay", "Clay", "sand", "Sand"), "clay", Optional.empty(), Optional.empty());
        assertEquals("sand", choice.checked("sand"));
        assertEquals("kernel.settings.choice", refused(choice, "moon"));
        Definition wet = new Definition("wet", "Wet", "", Kind.BOOLEAN, false, true, Map.of(), "true",
                Optional.empty(), Optional.empty());
        assertEquals("kernel.settings.boolean", refused(wet, "rather"));
    }

    @Test
    void a_password_is_never_shown_and_keeps_its_blanks() {
        Definition secret = new Definition("secret", "Secret", "", Kind.PASSWORD, false, false, Map.of(), "",
                Optional.empty(), Optional.empty());
        assertEquals(" s ", secret.checked(" s "));
        assertFalse(secret.field(Optional.of("s"), Optional.empty()).value().isPresent());
    }
}
