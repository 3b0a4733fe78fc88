package org.pergola.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "notes_note")
class Note {

    @Id
    private UUID id;

    private String title;

    private String body;

    private Instant written;

    @Column(name = "properties")
    private String json;

    private byte[] picture;

    private boolean pinned;

    private Instant seen;

    private UUID author;

    @Version
    private long version;

    protected Note() {
    }

    Note(UUID id, String title, Instant written) {
        this.id = id;
        this.title = title;
        this.written = written;
    }

    Note with(String someBody, String someJson, byte[] somePicture, boolean isPinned, UUID by) {
        body = someBody;
        json = someJson;
        picture = somePicture;
        pinned = isPinned;
        author = by;
        return this;
    }

    void rename(String wished) {
        title = wished;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    String body() {
        return body;
    }

    Instant written() {
        return written;
    }

    String json() {
        return json;
    }

    byte[] picture() {
        return picture;
    }

    boolean pinned() {
        return pinned;
    }

    UUID author() {
        return author;
    }

    long version() {
        return version;
    }
}
