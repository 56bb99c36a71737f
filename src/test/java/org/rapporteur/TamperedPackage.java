package org.rapporteur;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.rapporteur.submission.Sha256;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The files of a package, to be changed as somebody would who knows how packages are made. */
final class TamperedPackage {

    private static final String MANIFEST = "manifest.json";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private TamperedPackage(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    static TamperedPackage of(Path zip) throws IOException {
        return new TamperedPackage(Files.readAllBytes(zip));
    }

    Map<String, byte[]> files() {
        return files;
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** Changes a text, which has to change. */
    TamperedPackage change(String name, UnaryOperator<String> change) {
        String after = change.apply(text(name));
        if (after.equals(text(name))) {
            throw new AssertionError(name + " is as it was");
        }
        files.put(name, after.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Changes a text inside a ZIP inside the package. */
    TamperedPackage changeWithin(String name, String inner, UnaryOperator<String> change) throws IOException {
        files.put(name, new TamperedPackage(files.get(name)).change(inner, change).zip());
        return this;
    }

    /** Tells the manifest of every file as it is now. */
    TamperedPackage listed() {
        ObjectNode manifest = (ObjectNode) JsonMapper.shared().readTree(files.get(MANIFEST));
        manifest.path("files").forEach(file -> {
            byte[] now = files.getOrDefault(file.path("name").asString(), new byte[0]);
            ((ObjectNode) file).put("sha256", Sha256.of(now).hex()).put("size", now.length);
        });
        files.put(MANIFEST, JsonMapper.shared().writeValueAsBytes(manifest));
        return this;
    }

    Path write(Path file) throws IOException {
        return Files.write(file, zip());
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
