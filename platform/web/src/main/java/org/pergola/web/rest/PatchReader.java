package org.pergola.web.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import org.pergola.api.error.Refused;
import org.pergola.api.rest.Patch;
import org.pergola.api.text.Text;

/** Reads a merge patch: a JSON object. */
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
final class PatchReader implements MessageBodyReader<Patch> {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {
    };

    private final ObjectMapper mapper;

    PatchReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Patch.class;
    }

    @Override
    public Patch readFrom(Class<Patch> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        Map<String, Object> fields = mapper.readValue(body, FIELDS);
        if (fields == null) {
            throw Refused.invalid(Text.of("web.json.shape"));
        }
        return new Patch(fields);
    }
}
