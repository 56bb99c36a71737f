package org.rapporteur.desk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.rapporteur.intake.FileNames;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as it was sent, byte by byte, to be saved and never to be shown: whatever it is, a browser runs nothing of it in our name. */
final class SafeFile {

    private SafeFile() {}

    static ResponseEntity<Resource> of(String name, Path file) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(harmless(name), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "sandbox").cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(file));
    }

    /** A name that every file system takes. */
    private static String harmless(String name) {
        return FileNames.harmless(name).replaceAll("[<>:\"|?*%;]", "_").replaceAll("^\\.+", "_");
    }
}
