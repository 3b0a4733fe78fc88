package org.pergola.courses;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/** A section of a course. */
@Entity
@Table(name = "courses_section")
class SectionEntity {

    @Id
    private UUID id;
    @Column(name = "course_id")
    private UUID courseId;
    private String title;
    private int place;

    protected SectionEntity() {
    }

    SectionEntity(UUID id, UUID courseId, String title, int place) {
        this.id = id;
        this.courseId = courseId;
        this.place = place;
        title(title);
    }

    final void title(String wished) {
        if (wished.isBlank()) {
            throw Refused.invalid("title", Text.of("courses.title.missing"));
        }
        title = CourseEntity.within(wished.strip(), 300, "title");
    }

    void place(int wished) {
        place = wished;
    }

    UUID id() {
        return id;
    }

    UUID courseId() {
        return courseId;
    }

    String title() {
        return title;
    }

    Course.Section toRecord(List<ActivityEntity> activities) {
        return new Course.Section(id, title, activities.stream().filter(one -> one.sectionId().equals(id))
                .map(ActivityEntity::toRecord).toList());
    }
}
