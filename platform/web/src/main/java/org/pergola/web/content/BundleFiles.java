package org.pergola.web.content;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;

/** The files of a bundle's {@code web/} folder, and the hash of the whole. */
final class BundleFiles {

    private static final String FOLDER = "web/";

    private final Map<Revision, String> hashes = new ConcurrentHashMap<>();

    private record Revision(long bundle, long modified) {
    }

    Optional<StoredFile> find(Bundle bundle, String path, String cache) throws IOException {
        if (path.isEmpty() || path.endsWith("/") || path.contains("..")) {
            return Optional.empty();
        }
        URL entry = bundle.getEntry(FOLDER + path);
        if (entry == null) {
            return Optional.empty();
        }
        URLConnection connection = entry.openConnection();
        long size = connection.getContentLengthLong();
        byte[] bytes;
        try (InputStream stream = connection.getInputStream()) {
            bytes = stream.readAllBytes();
        }
        if (size >= 0 && size != bytes.length) {
            throw new IOException("A file of " + bundle.getSymbolicName() + " has changed while it was read");
        }
        return Optional.of(new StoredFile(path, Secrets.hex(bytes), bytes.length, cache,
                () -> new java.io.ByteArrayInputStream(bytes)));
    }

    boolean has(Bundle bundle, String path) {
        return !path.contains("..") && bundle.getEntry(FOLDER + path) != null;
    }

    /** Of all files of the folder with their names. */
    String hash(Bundle bundle) {
        return hashes.computeIfAbsent(new Revision(bundle.getBundleId(), bundle.getLastModified()),
                revision -> compute(bundle));
    }

    void forget(Bundle bundle) {
        hashes.keySet().removeIf(revision -> revision.bundle() == bundle.getBundleId());
    }

    private static String compute(Bundle bundle) {
        Map<String, URL> sorted = new TreeMap<>();
        Enumeration<URL> entries = bundle.findEntries(FOLDER, "*", true);
        while (entries != null && entries.hasMoreElements()) {
            URL entry = entries.nextElement();
            sorted.put(entry.getPath(), entry);
        }
        MessageDigest digest = Secrets.sha256();
        sorted.forEach((path, entry) -> {
            digest.update(path.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            try (DigestInputStream stream = new DigestInputStream(entry.openStream(), digest)) {
                stream.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
