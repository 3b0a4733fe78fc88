package org.pergola.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pergola.web.resources.UserResource;
import org.pergola.web.rest.NoteResource;

class DescriptionTest {

    private static ObjectNode describe(String owner, Class<?> type) throws Exception {
        return Description.of(owner, ClassIndex.of(List.of(type.getName()),
                path -> DescriptionTest.class.getClassLoader().getResourceAsStream(path)));
    }

    @Test
    void resources_of_several_owners_are_one_document() throws Exception {
        ObjectNode all = Description.merge(Map.of("notes", describe("notes", NoteResource.class), "platform",
                describe("platform", UserResource.class)));
        assertEquals("notes.get_notes_id", all.at("/paths/~1api~1v1~1notes~1{id}/get/operationId").asText());
        assertTrue(all.at("/paths/~1api~1v1~1notes/get/parameters").toString().contains("\"limit\""));
        assertTrue(all.at("/paths/~1api~1v1~1users/post/requestBody").toString().contains("platform.NewUser"));
        assertEquals("string", all.at("/components/schemas/platform.User/properties/email/type").asText());
        assertEquals("basic", all.at("/components/securitySchemes/basic/scheme").asText());
    }
}
