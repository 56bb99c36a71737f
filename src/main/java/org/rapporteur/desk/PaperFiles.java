package org.rapporteur.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.StandIn;
import org.rapporteur.submission.StandIns;
import org.springframework.stereotype.Component;

/** The files that a revision consists of: what is told of each of them beside the text. */
@Component
class PaperFiles {

    private static final String PDF = "application/pdf";

    private final Deliveries deliveries;
    private final StandIns standIns;
    private final Extractions extractions;

    PaperFiles(Deliveries deliveries, StandIns standIns, Extractions extractions) {
        this.deliveries = deliveries;
        this.standIns = standIns;
        this.extractions = extractions;
    }

    /**
     * A file of a paper.
     *
     * @param part its key
     * @param extraction key of what was read of it; null where nothing was
     * @param role what it is in the paper
     * @param provenance where it comes from, when the secretariat attached it; else empty
     * @param unread what of it was not read, in a sentence; empty where all was
     * @param pages how many can be shown as pictures; 0 where none can
     * @param open whether the visitor may have it: a file is given away whole or not at all
     */
    record PaperFile(long part, @Nullable Long extraction, String name, String role, String provenance, String unread, int pages, boolean open) {}

    /** @param open whether the visitor may see every passage of the paper */
    List<PaperFile> of(Revision revision, boolean open) {
        List<Part> parts = deliveries.partsWith(revision.documents().stream().map(Revision.Document::part).toList());
        Map<Long, Part> byKey = parts.stream().collect(Collectors.toMap(Part::id, Function.identity(), (one, same) -> one));
        Map<Long, StandIn> attached = standIns.among(parts);
        Map<Long, Extraction> read = extractions.latest(revision.documents().stream().map(Revision.Document::part).toList()).stream()
                .collect(Collectors.toMap(Extraction::part, Function.identity()));
        return revision.documents().stream().filter(document -> byKey.containsKey(document.part())).map(document -> {
            Part part = byKey.get(document.part());
            Optional<Extraction> text = Optional.ofNullable(read.get(part.id()));
            return new PaperFile(part.id(), text.map(Extraction::id).orElse(null), part.name(), role(document.role()), attached.containsKey(part.id()) ? Provenance.sentence(attached.get(part.id())) : "",
                    unread(text), text.filter(one -> one.mediaType().equals(PDF) && one.pages() != null).map(Extraction::pages).orElse(0), open);
        }).toList();
    }

    /** A file of a revision, if it is one of it. */
    Optional<Part> part(Revision revision, long key) {
        return revision.documents().stream().anyMatch(document -> document.part() == key)
                ? deliveries.partsWith(List.of(key)).stream().filter(part -> part.id() == key).findFirst() : Optional.empty();
    }

    private static String unread(Optional<Extraction> text) {
        if (text.isEmpty()) {
            return "Nothing of it was read.";
        }
        Integer pages = text.get().pages();
        Integer declared = text.get().declared();
        return declared != null && pages != null && declared > pages ? "%d of its %d pages were read; what stands on the others is not here.".formatted(pages, declared) : "";
    }

    private static String role(DocumentRole role) {
        return switch (role) {
            case MAIN -> "main paper";
            case ANNEX -> "annex";
            case LANGUAGE_VERSION -> "language version";
        };
    }
}
