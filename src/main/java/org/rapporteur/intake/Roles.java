package org.rapporteur.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Reading;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.Revision;

/** What each document of a delivery is: the main paper comes first, the longest that does not call itself an annex; slides are one. */
final class Roles {

    private Roles() {}

    /** @param texts one for each document */
    static List<Revision.Document> of(List<Part> documents, Map<Long, Extraction> texts) {
        Part main = documents.stream()
                .min(Comparator.comparing((Part part) -> saysAnnex(part) || texts.get(part.id()).mediaType().equals(Reading.SLIDES)).thenComparing(part -> -length(texts.get(part.id()))))
                .orElseThrow();
        List<Revision.Document> roles = new ArrayList<>();
        roles.add(new Revision.Document(main.id(), DocumentRole.MAIN));
        for (Part part : documents) {
            if (part != main) {
                roles.add(new Revision.Document(part.id(), other(texts.get(main.id()), texts.get(part.id()))));
            }
        }
        return roles;
    }

    private static DocumentRole other(Extraction main, Extraction other) {
        return Likeness.sameInAnotherLanguage(main, other) ? DocumentRole.LANGUAGE_VERSION : DocumentRole.ANNEX;
    }

    private static boolean saysAnnex(Part part) {
        String name = part.name().toLowerCase(Locale.ROOT);
        return name.contains("annex") || name.contains("anexo") || name.contains("appendix");
    }

    private static int length(Extraction text) {
        return text.blocks().stream().map(Block::text).mapToInt(String::length).sum();
    }
}
