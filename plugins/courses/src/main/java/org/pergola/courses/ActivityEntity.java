package org.pergola.courses;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/** An activity of a course. One that is removed drops out of the criteria; what was done in it stays recorded. */
@Entity
@Table(name = "courses_activity")
class ActivityEntity {

    @Id
    private UUID id;
    @Column(name = "course_id")
    private UUID courseId;
    @Column(name = "section_id")
    private UUID sectionId;
    @Column(name = "activity_type")
    private String type;
    private String title;
    private int place;
    private boolean required;
    private Instant removed;

    protected ActivityEntity() {
    }

    ActivityEntity(UUID id, UUID courseId, UUID sectionId, String type, String title, int place) {
        this.id = id;
        this.courseId = courseId;
        this.sectionId = sectionId;
        this.type = type;
        this.place = place;
        this.required = true;
        title(title);
    }

    final void title(String wished) {
        if (wished.isBlank()) {
            throw Refused.invalid("title", Text.of("courses.title.missing"));
        }
        title = CourseEntity.within(wished.strip(), 300, "title");
    }

    void required(boolean wished) {
        required = wished;
    }

    void place(UUID section, int wished) {
        sectionId = section;
        place = wished;
    }

    void remove(Instant now) {
        removed = now;
    }

    UUID id() {
        return id;
    }

    UUID courseId() {
        return courseId;
    }

    UUID sectionId() {
        return sectionId;
    }

    String type() {
        return type;
    }

    String title() {
        return title;
    }

    Course.Activity toRecord() {
        return new Course.Activity(id, sectionId, type, title, required);
    }
}
