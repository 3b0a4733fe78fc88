package org.pergola.api.people;

import java.util.Optional;
import java.util.UUID;

/**
 * A person as anybody may see them who holds their id.
 *
 * @param name   first and last name
 * @param avatar the content hash of a picture
 * @since 0.1
 */
public record PersonRef(UUID id, String name, Optional<String> avatar) {
}
