package org.rapporteur.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.SubmissionNumber;

/** Made-up collections for tests. */
final class Collections {

    static final Instant AT = Instant.parse("2004-06-20T09:30:00Z");

    private Collections() {}

    static Collection of(CollectedPaper... papers) {
        return in(Locale.ENGLISH, List.of(papers), List.of());
    }

    static Collection in(Locale language, List<CollectedPaper> papers, List<Collection.Unread> unread) {
        return new Collection(Drafts.call(Drafts.codes("FRA", "KOR", "NOR")), Edition.INTERNAL, language, AT, null, papers, unread,
                List.of(new CountryCode("FRA")));
    }

    static CollectedPaper paper(String country, long part, Block... blocks) {
        return paper(country, document(part, DocumentRole.MAIN, "en", new OpenText(List.of(blocks)).text()));
    }

    static CollectedPaper paper(String country, CollectedPaper.Document... documents) {
        return new CollectedPaper(7, new SubmissionNumber("MCH-2004-" + country + "-001"), 2, List.of(new CountryCode(country)), AT,
                List.of(documents), List.of());
    }

    static CollectedPaper.Document document(long part, DocumentRole role, String language, CollectedText text) {
        return new CollectedPaper.Document(part, role, "paper.docx", language, Sha256.of("paper " + part), text);
    }

    static Block heading(int level, String text) {
        return new Block(BlockKind.HEADING, level, null, null, text);
    }

    static Block block(BlockKind kind, String text) {
        return new Block(kind, kind == BlockKind.LIST_ITEM ? 1 : 0, null, null, text);
    }

    static Block paragraph(String text) {
        return block(BlockKind.PARAGRAPH, text);
    }

    /** Three paragraphs with numbers of their own, with a list, a table and footnotes between them. */
    static Block[] numbered() {
        return new Block[] {heading(1, "Norway: a paper"), paragraph("Ministry of Labour, Oslo"), heading(3, "Incentives"),
            paragraph("1. A fund pays half."), block(BlockKind.NOTE, "As of May 2004."), block(BlockKind.LIST_ITEM, "• to agencies"),
            block(BlockKind.LIST_ITEM, "a) to towns"), paragraph("2. Awards are given."), block(BlockKind.TABLE_HEAD, "Fund | Share"),
            block(BlockKind.TABLE_ROW, "Innovation | 50 %"), block(BlockKind.NOTE, "From 2003."), block(BlockKind.TABLE_ROW, "Towns | 30 %"),
            paragraph("3. Unions take part.")};
    }
}
