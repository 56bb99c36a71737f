package org.rapporteur.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rapporteur.submission.Sha256;

/** Writes a package: its files, and last the manifest with the hash of each. The same files give the same bytes. */
final class PackageWriter {

    private static final LocalDateTime EARLIEST_OF_ZIP = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PackageWriter() {}

    /**
     * Writes the file; what stood there is replaced only when all is written.
     *
     * @param head what the manifest says of the package, before its files
     * @return the hash of the manifest, by which the whole is known
     */
    static Sha256 write(Path target, Map<String, Object> head, List<PackageEntry> entries) {
        Path file = target.toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            Path whole = file.resolveSibling("." + file.getFileName() + ".part");
            try {
                Sha256 manifest = fill(whole, head, entries);
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return manifest;
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(target + " cannot be written", unwritable);
        }
    }

    private static Sha256 fill(Path file, Map<String, Object> head, List<PackageEntry> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            List<Map<String, Object>> listed = new ArrayList<>();
            for (PackageEntry entry : entries) {
                listed.add(add(zip, entry));
            }
            Map<String, Object> manifest = new LinkedHashMap<>(head);
            manifest.put("files", listed);
            return new Sha256(add(zip, PackageEntry.json(PackageReader.MANIFEST, manifest)).get("sha256").toString());
        }
    }

    private static Map<String, Object> add(ZipOutputStream zip, PackageEntry entry) throws IOException {
        ZipEntry steady = new ZipEntry(entry.name());
        steady.setTimeLocal(EARLIEST_OF_ZIP);
        zip.putNextEntry(steady);
        DigestOutputStream hashed = new DigestOutputStream(zip, sha256());
        long size;
        try (InputStream in = entry.content().open()) {
            size = in.transferTo(hashed);
        }
        zip.closeEntry();
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("name", entry.name());
        listed.put("size", size);
        listed.put("sha256", HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
        return listed;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
