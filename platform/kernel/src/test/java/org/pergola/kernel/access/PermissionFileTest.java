package org.pergola.kernel.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionFileTest {

    private static Declared read(String yaml) {
        return new PermissionFile("garden").read(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String wrong(String yaml) {
        return assertThrows(IllegalArgumentException.class, () -> read(yaml)).getMessage();
    }

    @Test
    void permissions_roles_and_system_are_read() {
        Declared declared = read("""
                permissions:
                  - name: garden.bed.see
                    scopes: [everywhere, unit]
                    administration: false
                  - name: garden.bed.dig
                roles:
                  - id: learner
                    permissions: [garden.bed.see]
                  - id: garden.keeper
                    permissions: [garden.bed.see, garden.bed.dig]
                system: [kernel.user.see]
                """);
        assertEquals(Set.of("everywhere", "unit"), declared.permissions().get(0).scopes());
        assertFalse(declared.permissions().get(0).administration());
        assertEquals(Set.of("everywhere"), declared.permissions().get(1).scopes());
        assertTrue(declared.permissions().get(1).administration());
        assertEquals("garden.bed.dig.title", declared.permissions().get(1).title().key());
        assertEquals(Optional.empty(), declared.roles().get(0).nameKey());
        assertEquals(Optional.of("garden.role.keeper"), declared.roles().get(1).nameKey());
        assertEquals(Set.of("kernel.user.see"), declared.system());
    }

    @Test
    void an_empty_file_declares_nothing() {
        assertTrue(read("").permissions().isEmpty());
    }

    @Test
    void what_is_wrong_is_said_with_the_owner() {
        assertTrue(wrong("permissions: [{name: shed.door.open}]").contains("garden"));
        assertTrue(wrong("permissions: [{name: garden}]").contains("garden.<object>.<verb>"));
        assertTrue(wrong("permission: []").contains("permission"));
        assertTrue(wrong("permissions: garden").contains("no list"));
        assertTrue(wrong("roles: [{id: Big Boss}]").contains("Big Boss"));
        assertTrue(wrong("permissions: [").contains("no YAML"));
        assertTrue(wrong("permissions: [{name: !!java.io.File [x]}]").contains("garden"));
    }
}
