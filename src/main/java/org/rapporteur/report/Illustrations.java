package org.rapporteur.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.BlockKind;
import org.rapporteur.extraction.Picture;
import org.rapporteur.extraction.Reader;
import org.rapporteur.submission.Originals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts the pictures of papers where they stand: the parsing process takes them out of the files and draws them anew. A document of which
 * anything is left out has none, because a picture may tell of it.
 */
@Component
class Illustrations {

    private static final Logger LOG = LoggerFactory.getLogger(Illustrations.class);

    private final Reader reader;
    private final Originals originals;

    Illustrations(Reader reader, Originals originals) {
        this.reader = reader;
        this.originals = originals;
    }

    Collection into(Collection collection) {
        return new Collection(collection.call(), collection.edition(), collection.language(), collection.at(), collection.ordinal(),
                collection.papers().stream().map(this::into).toList(), collection.unread(), collection.missing());
    }

    private CollectedPaper into(CollectedPaper paper) {
        return new CollectedPaper(paper.key(), paper.number(), paper.revision(), paper.countries(), paper.acceptedAt(),
                paper.documents().stream().map(this::into).toList(), paper.rules());
    }

    private CollectedPaper.Document into(CollectedPaper.Document document) {
        return switch (document.text()) {
            case CollectedText.Read read when read.pieces().stream().noneMatch(Piece.Gap.class::isInstance) -> new CollectedPaper.Document(document.part(),
                    document.role(), document.name(), document.language(), document.original(), new CollectedText.Read(placed(read.pieces(), pictures(document))));
            case CollectedText as -> document;
        };
    }

    private List<Picture> pictures(CollectedPaper.Document document) {
        try {
            return reader.pictures(originals.file(document.original()));
        } catch (IllegalStateException machine) {
            LOG.warn("the pictures of part {} could not be taken: {}", document.part(), machine.getMessage());
            return List.of();
        }
    }

    /** Each after its paragraph, or at the end of its page, or at the end; never within a table. */
    static List<Piece> placed(List<Piece> pieces, List<Picture> pictures) {
        List<Piece> placed = new ArrayList<>(pieces);
        pictures.forEach(picture -> placed.add(place(placed, picture), new Piece.Figure(picture)));
        return placed;
    }

    private static int place(List<Piece> pieces, Picture picture) {
        int place = pieces.size();
        while (place > 0 && !(pieces.get(place - 1) instanceof Piece.Printed printed && leadsTo(printed, picture))) {
            place--;
        }
        place = place == 0 ? pieces.size() : place;
        while (place < pieces.size() && belongsToWhatIsBefore(pieces, place)) {
            place++;
        }
        return place;
    }

    /** Other pictures of the same place, notes, and rows of a table that has begun. */
    private static boolean belongsToWhatIsBefore(List<Piece> pieces, int place) {
        return pieces.get(place) instanceof Piece.Figure || kind(pieces.get(place)) == BlockKind.NOTE
                || kind(pieces.get(place)) == BlockKind.TABLE_ROW && isOfTable(pieces, place - 1);
    }

    private static boolean isOfTable(List<Piece> pieces, int place) {
        BlockKind kind = kind(pieces.get(place));
        return kind == BlockKind.TABLE_ROW || kind == BlockKind.TABLE_HEAD || kind == BlockKind.NOTE && place > 0 && isOfTable(pieces, place - 1);
    }

    private static @Nullable BlockKind kind(Piece piece) {
        return piece instanceof Piece.Printed printed ? printed.block().kind() : null;
    }

    private static boolean leadsTo(Piece.Printed printed, Picture picture) {
        if (!picture.after().isEmpty()) {
            return printed.block().text().contains(picture.after());
        }
        return picture.page() != null && printed.block().page() != null && printed.block().page() <= picture.page();
    }
}
