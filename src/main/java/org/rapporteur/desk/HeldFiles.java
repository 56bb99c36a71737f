package org.rapporteur.desk;

import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.springframework.core.io.Resource;
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
        return SafeFile.of("delivery-%d-%s".formatted(id, whole.name()), originals.file(whole.original()));
    }

    @GetMapping("/held/{id}/parts/{part}")
    ResponseEntity<Resource> part(@PathVariable long id, @PathVariable long part) {
        Part found = ofTheCall.part(id, part);
        return SafeFile.of(found.name(), originals.file(found.original()));
    }
}
