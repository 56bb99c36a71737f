package org.rapporteur.desk;

import org.rapporteur.submission.StandIn;

/** Where a document comes from that the secretariat attached. */
final class Provenance {

    private Provenance() {}

    /** A sentence without the name of the document itself. */
    static String sentence(StandIn one) {
        String from = "“%s”, on %s.".formatted(one.of(), Moments.shown(one.at()));
        return switch (one.kind()) {
            case TRANSCRIPTION -> "Transcribed by the secretariat (%s) from %s".formatted(one.by(), from);
            case BETTER_FILE -> "Attached by the secretariat (%s) as a better file of %s".formatted(one.by(), from);
        };
    }
}
