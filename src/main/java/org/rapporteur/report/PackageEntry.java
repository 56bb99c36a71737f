package org.rapporteur.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A file of a package, before it is written. */
record PackageEntry(String name, Content content) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    PackageEntry {
        if (!PackageReader.isName(name)) {
            throw new IllegalArgumentException("a file of a package is named by letters, digits and signs, not '" + name + "'");
        }
    }

    /** Can be opened once. */
    @FunctionalInterface
    interface Content {

        InputStream open() throws IOException;
    }

    static PackageEntry of(String name, byte[] bytes) {
        return new PackageEntry(name, () -> new ByteArrayInputStream(bytes));
    }

    static PackageEntry text(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static PackageEntry json(String name, Object content) {
        return text(name, JSON.writeValueAsString(content) + "\n");
    }

    /** @param file stays where it is and is read when the package is written */
    static PackageEntry file(String name, Path file) {
        return new PackageEntry(name, () -> Files.newInputStream(file));
    }
}
