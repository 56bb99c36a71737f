package org.rapporteur.desk;

import java.nio.charset.StandardCharsets;
import org.rapporteur.intake.FileNames;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.Sha256;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was sent, byte by byte, to be saved and never to be shown: whatever it is, a browser runs nothing of it in our name. */
@Controller
class HeldFiles {

    private final OfTheCall ofTheCall;
    private final Originals originals;

    HeldFiles(OfTheCall ofTheCall, Originals originals) {
        this.ofTheCall = ofTheCall;
        this.originals = originals;
    }

    /** The delivery as it came, a mail with all its parts. */
    @GetMapping("/held/{id}/raw")
    ResponseEntity<Resource> raw(@PathVariable long id) {
        Part whole = ofTheCall.parts(id).getFirst();
        return file("delivery-%d-%s".formatted(id, whole.name()), whole.original());
    }

    @GetMapping("/held/{id}/parts/{part}")
    ResponseEntity<Resource> part(@PathVariable long id, @PathVariable long part) {
        Part found = ofTheCall.part(id, part);
        return file(found.name(), found.original());
    }

    private ResponseEntity<Resource> file(String name, Sha256 original) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(harmless(name), StandardCharsets.UTF_8)
                        .build().toString())
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "sandbox")
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(originals.file(original)));
    }

    /** A name that every file system takes. */
    private static String harmless(String name) {
        return FileNames.harmless(name).replaceAll("[<>:\"|?*%;]", "_").replaceAll("^\\.+", "_");
    }
}
