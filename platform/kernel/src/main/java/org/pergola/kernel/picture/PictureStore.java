package org.pergola.kernel.picture;

import static org.pergola.kernel.picture.PictureTables.CREATED;
import static org.pergola.kernel.picture.PictureTables.CREATED_BY;
import static org.pergola.kernel.picture.PictureTables.HASH;
import static org.pergola.kernel.picture.PictureTables.HEIGHT;
import static org.pergola.kernel.picture.PictureTables.PICTURE;
import static org.pergola.kernel.picture.PictureTables.SIZE;
import static org.pergola.kernel.picture.PictureTables.SIZE_BYTES;
import static org.pergola.kernel.picture.PictureTables.SIZE_HASH;
import static org.pergola.kernel.picture.PictureTables.SIZE_HEIGHT;
import static org.pergola.kernel.picture.PictureTables.SIZE_PICTURE;
import static org.pergola.kernel.picture.PictureTables.SIZE_TYPE;
import static org.pergola.kernel.picture.PictureTables.SIZE_WIDTH;
import static org.pergola.kernel.picture.PictureTables.VIEWER;
import static org.pergola.kernel.picture.PictureTables.VIEWER_PERMISSION;
import static org.pergola.kernel.picture.PictureTables.VIEWER_PICTURE;
import static org.pergola.kernel.picture.PictureTables.WIDTH;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actors;
import org.pergola.api.data.Database;
import org.pergola.api.data.Tx;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Blobs;
import org.pergola.api.file.Pictures;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;

/** Pictures in the database, their sizes as blobs. */
@Component
public final class PictureStore implements Pictures {

    private final Database database;
    private final Blobs blobs;
    private final Access access;
    private final Actors actors;
    private final Clock clock;
    private final Decoder decoder = new Decoder();

    @Activate
    public PictureStore(@Reference Database database, @Reference Blobs blobs, @Reference Access access,
            @Reference Actors actors, @Reference Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.access = access;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public Picture put(String name, InputStream bytes, Set<String> permissions) {
        List<Size> sizes = Renditions.of(decoder.decode(name, read(name, bytes))).stream().map(this::keep).toList();
        Size largest = sizes.get(0);
        Picture picture = new Picture(largest.blob().hash(), largest.width(), largest.height());
        database.run(tx -> {
            if (!tx.sql().fetchExists(PICTURE, HASH.eq(picture.hash()))) {
                insert(tx, picture, sizes);
            }
            permissions.forEach(permission -> allow(tx, picture, permission));
        });
        return picture;
    }

    private static byte[] read(String name, InputStream bytes) {
        try {
            byte[] file = bytes.readNBytes((int) LIMIT + 1);
            if (file.length > LIMIT) {
                throw new Refused(Refused.Kind.TOO_LARGE, Text.of("kernel.picture.large", name, LIMIT / (1024 * 1024)));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The upload of " + name + " was broken off", e);
        }
    }

    private Size keep(Renditions.Rendition made) {
        Blobs.Blob blob = blobs.put(new ByteArrayInputStream(made.bytes()), made.bytes().length);
        return new Size(blob, made.type(), made.width(), made.height());
    }

    private void insert(Tx tx, Picture picture, List<Size> sizes) {
        tx.sql().insertInto(PICTURE, HASH, WIDTH, HEIGHT, CREATED, CREATED_BY).values(picture.hash(), picture.width(),
                picture.height(), clock.now(), actors.current().person().orElse(null)).execute();
        sizes.forEach(size -> tx.sql().insertInto(SIZE, SIZE_PICTURE, SIZE_WIDTH, SIZE_HEIGHT, SIZE_HASH, SIZE_BYTES,
                SIZE_TYPE).values(picture.hash(), size.width(), size.height(), size.blob().hash(), size.blob().size(),
                size.type()).execute());
    }

    private static void allow(Tx tx, Picture picture, String permission) {
        if (!tx.sql().fetchExists(VIEWER, VIEWER_PICTURE.eq(picture.hash()).and(VIEWER_PERMISSION.eq(permission)))) {
            tx.sql().insertInto(VIEWER, VIEWER_PICTURE, VIEWER_PERMISSION).values(picture.hash(), permission).execute();
        }
    }

    @Override
    public Optional<Picture> find(String hash) {
        return database.read(tx -> tx.sql().select(HASH, WIDTH, HEIGHT).from(PICTURE).where(HASH.eq(hash))
                .fetchOptional(row -> new Picture(row.get(HASH), row.get(WIDTH), row.get(HEIGHT))));
    }

    @Override
    public Optional<Size> size(String hash, int atLeast) {
        List<String> permissions = database.read(tx -> tx.sql().select(VIEWER_PERMISSION).from(VIEWER)
                .where(VIEWER_PICTURE.eq(hash)).fetch(VIEWER_PERMISSION));
        return permissions.stream().anyMatch(this::may) ? nearest(hash, atLeast) : Optional.empty();
    }

    private boolean may(String permission) {
        return permission.equals(Access.PUBLIC) || access.mayAnywhere(permission);
    }

    private Optional<Size> nearest(String hash, int atLeast) {
        List<Size> sizes = database.read(tx -> tx.sql().select(SIZE_WIDTH, SIZE_HEIGHT, SIZE_HASH, SIZE_BYTES,
                SIZE_TYPE).from(SIZE).where(SIZE_PICTURE.eq(hash)).orderBy(SIZE_WIDTH).fetch(PictureStore::size));
        return sizes.stream().filter(size -> size.width() >= atLeast).findFirst()
                .or(() -> sizes.isEmpty() ? Optional.empty() : Optional.of(sizes.get(sizes.size() - 1)));
    }

    private static Size size(Record row) {
        return new Size(new Blobs.Blob(row.get(SIZE_HASH), row.get(SIZE_BYTES)), row.get(SIZE_TYPE),
                row.get(SIZE_WIDTH), row.get(SIZE_HEIGHT));
    }
}
