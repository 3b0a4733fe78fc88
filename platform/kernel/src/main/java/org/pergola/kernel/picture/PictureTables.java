package org.pergola.kernel.picture;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;

/** The columns of pictures. */
final class PictureTables {

    static final Table<Record> PICTURE = Column.table("kernel_picture");
    static final Field<String> HASH = Column.string("kernel_picture", "hash");
    static final Field<Integer> WIDTH = Column.integer("kernel_picture", "width");
    static final Field<Integer> HEIGHT = Column.integer("kernel_picture", "height");
    static final Field<Instant> CREATED = Column.instant("kernel_picture", "created");
    static final Field<UUID> CREATED_BY = Column.uuid("kernel_picture", "created_by");

    static final Table<Record> SIZE = Column.table("kernel_picture_size");
    static final Field<String> SIZE_PICTURE = Column.string("kernel_picture_size", "picture");
    static final Field<Integer> SIZE_WIDTH = Column.integer("kernel_picture_size", "width");
    static final Field<Integer> SIZE_HEIGHT = Column.integer("kernel_picture_size", "height");
    static final Field<String> SIZE_HASH = Column.string("kernel_picture_size", "hash");
    static final Field<Long> SIZE_BYTES = Column.bigint("kernel_picture_size", "bytes");
    static final Field<String> SIZE_TYPE = Column.string("kernel_picture_size", "media_type");

    static final Table<Record> VIEWER = Column.table("kernel_picture_viewer");
    static final Field<String> VIEWER_PICTURE = Column.string("kernel_picture_viewer", "picture");
    static final Field<String> VIEWER_PERMISSION = Column.string("kernel_picture_viewer", "permission");

    private PictureTables() {
    }
}
