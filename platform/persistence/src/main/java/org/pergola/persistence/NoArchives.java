package org.pergola.persistence;

import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.eclipse.persistence.jpa.Archive;
import org.eclipse.persistence.jpa.ArchiveFactory;

/** A unit's classes are listed, so EclipseLink has no archive to look through. Made by EclipseLink, by its name. */
@SuppressWarnings("rawtypes")
public final class NoArchives implements ArchiveFactory {

    @Override
    public Archive createArchive(URL rootUrl, Map properties) {
        return new Empty(rootUrl);
    }

    @Override
    public Archive createArchive(URL rootUrl, String descriptorLocation, Map properties) {
        return new Empty(rootUrl);
    }

    private record Empty(URL url) implements Archive {

        @Override
        public Iterator<String> getEntries() {
            return Collections.emptyIterator();
        }

        @Override
        public InputStream getEntry(String path) {
            return null;
        }

        @Override
        public URL getEntryAsURL(String path) {
            return null;
        }

        @Override
        public URL getRootURL() {
            return url;
        }

        @Override
        public InputStream getDescriptorStream() {
            return null;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
