package org.pergola.kernel.file;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.pergola.api.data.Database;
import org.pergola.api.file.Blobs;
import org.pergola.api.file.FileSet;
import org.pergola.api.file.FileSets;
import org.pergola.api.time.Clock;
import org.pergola.kernel.folder.DataFolder;

/** Blobs and packages in {@code DIR/blobs}. */
@Component(service = {Blobs.class, FileSets.class}, configurationPid = FileSettings.PID)
@Designate(ocd = FileSettings.class)
public final class FileServices implements Blobs, FileSets {

    private final Database database;
    private final Clock clock;
    private final BlobFolder blobs = new BlobFolder(DataFolder.ofProcess().file("blobs"));
    private volatile FileSets sets;

    @Activate
    public FileServices(@Reference Database database, @Reference Clock clock, FileSettings settings) {
        this.database = database;
        this.clock = clock;
        configured(settings);
    }

    @Modified
    void configured(FileSettings settings) {
        sets = new FileSetStore(database, clock, blobs,
                ArchiveLimits.ofMegabytes(settings.uploadMegabytes(), settings.unpackedMegabytes()));
    }

    @Override
    public Blob put(InputStream bytes, long limit) {
        return blobs.put(bytes, limit);
    }

    @Override
    public <T> Kept<T> put(InputStream bytes, long limit, Function<Staged, T> look) {
        return blobs.put(bytes, limit, look);
    }

    @Override
    public Optional<InputStream> open(String hash) {
        return blobs.open(hash);
    }

    @Override
    public Optional<Blob> find(String hash) {
        return blobs.find(hash);
    }

    @Override
    public FileSet unpack(String name, InputStream zip) {
        return sets.unpack(name, zip);
    }

    @Override
    public Optional<FileSet> find(UUID id) {
        return sets.find(id);
    }

    @Override
    public void delete(UUID id) {
        sets.delete(id);
    }
}
