package org.rapporteur.desk;

import java.util.List;
import java.util.Map;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.StandIn;
import org.rapporteur.submission.StandIns;
import org.springframework.stereotype.Component;

/** Which documents of a paper the secretariat attached itself, and from what. */
@Component
class AttachedDocuments {

    private final Deliveries deliveries;
    private final StandIns standIns;

    AttachedDocuments(Deliveries deliveries, StandIns standIns) {
        this.deliveries = deliveries;
        this.standIns = standIns;
    }

    /** A sentence for each of them, its name first. */
    List<String> of(Revision revision) {
        List<Part> parts = deliveries.partsWith(revision.documents().stream().map(Revision.Document::part).toList());
        Map<Long, StandIn> attached = standIns.among(parts);
        return parts.stream().filter(part -> attached.containsKey(part.id()))
                .map(part -> "%s: %s".formatted(part.name(), Provenance.sentence(attached.get(part.id())))).toList();
    }
}
