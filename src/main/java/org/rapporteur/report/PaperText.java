package org.rapporteur.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;
import org.rapporteur.extraction.Picture;
import org.rapporteur.passage.ParagraphNumbers;

/**
 * Prints the pieces of one document: headings one below the other without a level left out, lists, tables, footnotes at the paragraph before
 * them, and in the margin the numbers that citations use, each with a bookmark {@code par_<part>_<number>}. For one document.
 */
final class PaperText {

    private static final Pattern BULLET = Pattern.compile("^[•·▪◦●○■□–—*➢➤►▶✓✔❖➔-]\\s+(?=\\S)");
    private static final Pattern LABEL = Pattern.compile("^(\\(?(?:[a-z]|[ivx]{1,4}|\\d{1,3})[.)])\\s+(?=\\S)");
    private static final int DEEPEST_HEADING = 6;
    private static final int DEEPEST_ITEM = 8;

    private final Docx docx;
    private final Words words;
    private final CollectedPaper.Document document;
    /** levels of the open headings as the paper gives them, the outermost last */
    private final Deque<Integer> open = new ArrayDeque<>();
    private final int top;
    private final List<PaperTable.Row> rows = new ArrayList<>();
    private String heading = "";
    private @Nullable Line last;

    /** @param top the level of the outermost headings of the document */
    PaperText(Docx docx, Words words, CollectedPaper.Document document, int top) {
        this.docx = docx;
        this.words = words;
        this.document = document;
        this.top = top;
    }

    void write(List<Piece> pieces) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Printed printed -> printed(printed);
                case Piece.Figure figure -> {
                    endTable();
                    figure(figure.picture());
                }
                case Piece.Gap gap -> {
                    endTable();
                    last = docx.line("PaperGap").text(words.say("collection.gap"));
                }
            }
        }
        endTable();
    }

    private void printed(Piece.Printed piece) {
        Block block = piece.block();
        boolean newTable = block.kind() == BlockKind.TABLE_HEAD && !rows.isEmpty() && rows.getLast().piece().block().kind() == BlockKind.TABLE_ROW;
        if (newTable || block.kind() != BlockKind.TABLE_HEAD && block.kind() != BlockKind.TABLE_ROW && block.kind() != BlockKind.NOTE) {
            endTable();
        }
        switch (block.kind()) {
            case HEADING -> heading(block);
            case TABLE_HEAD, TABLE_ROW -> rows.add(new PaperTable.Row(piece, new ArrayList<>()));
            case LIST_ITEM -> last = item(piece);
            case PARAGRAPH -> last = paragraph(piece);
            case NOTE -> note(block);
        }
    }

    private void heading(Block block) {
        while (!open.isEmpty() && open.peek() >= block.level()) {
            open.pop();
        }
        open.push(block.level());
        heading = block.text();
        int level = Math.min(DEEPEST_HEADING, top + open.size() - 1);
        docx.unlisted(level).inDirectionOf(block.text()).textIn(document.languageOf(block), block.text());
        last = null;
    }

    private Line paragraph(Piece.Printed piece) {
        Line line = docx.line("PaperText").inDirectionOf(piece.text());
        return margin(line, piece, document.part()).tab().textIn(document.languageOf(piece.block()), piece.text());
    }

    /** An item that has a number in the margin has its bullet as text, because a paragraph has but one place for a number of its own. */
    private Line item(Piece.Printed piece) {
        String text = piece.text();
        String language = document.languageOf(piece.block());
        Matcher bullet = BULLET.matcher(text);
        Matcher label = LABEL.matcher(text);
        boolean labelled = label.find();
        String rest = bullet.find() ? text.substring(bullet.end()) : labelled ? text.substring(label.end()) : text;
        if (piece.margin() == null && !labelled) {
            return docx.line("PaperBullet").bullet(Math.min(DEEPEST_ITEM, piece.block().level() - 1)).inDirectionOf(rest).textIn(language, rest);
        }
        boolean deep = piece.block().level() > 1;
        Line line = margin(docx.line(deep ? "PaperItem2" : "PaperItem").inDirectionOf(rest), piece, document.part()).tab();
        if (deep) {
            line.tab();
        }
        return line.text(labelled ? label.group(1) : deep ? "–" : "•").tab().textIn(language, rest);
    }

    private void figure(Picture picture) {
        String alternative = picture.alternative().isBlank() ? words.say("collection.picture", document.name()) : picture.alternative();
        if (picture.isDrawn()) {
            docx.line("PaperPicture").picture(picture, alternative);
        } else {
            docx.line("PaperGap").text(words.say("collection.picture.not", alternative));
        }
    }

    /** At the paragraph or row before it; a note before any stands where it is. */
    private void note(Block block) {
        if (!rows.isEmpty()) {
            rows.getLast().notes().add(block);
        } else if (last == null) {
            last = docx.line("PaperText").tab().textIn(document.languageOf(block), block.text());
        } else {
            last.noteSign(docx.note(document.languageOf(block), block.text()));
        }
    }

    private void endTable() {
        if (!rows.isEmpty()) {
            String description = words.say("collection.table", heading.isEmpty() ? document.name() : heading);
            new PaperTable(docx, document, description).write(rows);
            rows.clear();
            last = null;
        }
    }

    /** The number of the piece, if it has one, with its bookmark. */
    static Line margin(Line line, Piece.Printed piece, long part) {
        ParagraphNumbers.Margin margin = piece.margin();
        return margin == null ? line : line.markedAs("par_%d_%d".formatted(part, margin.number()), piece.number(), "MarginNumber");
    }
}
