package org.rapporteur.report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.rapporteur.call.CallContent;
import org.rapporteur.report.PageNumbers.Asked;
import org.rapporteur.report.PageNumbers.Unknown;
import org.rapporteur.synthesis.Draft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a draft of the synthesis as DOCX: title page, contents, open slots for what people write, a chapter for each
 * theme, the country and theme table, the evidence list, the papers received and a note on method. Every statement is a
 * bookmark {@code st_<id>_<version>}; every citation leads to the bookmark {@code ev_<id>} of its entry in the evidence
 * list, and from there to the desk. The same draft gives the same bytes, as long as its headings fall on the same pages.
 */
public final class SynthesisDocument {

    private static final Logger LOG = LoggerFactory.getLogger(SynthesisDocument.class);

    /**
     * Writes the draft; what stood in the file before is replaced only when all is written.
     *
     * @param draft its statements and evidence have ids of their own; an IllegalArgumentException names one that has not
     * @param file to write, in a folder that exists or can be made
     * @return the file
     * @throws UncheckedIOException where the folder cannot be written to. A layout program that fails is no failure: the
     *     contents are then left to the reader's office program
     */
    public Path write(Draft draft, Path file, ReportSettings settings) {
        return WholeFile.save(bytes(draft, settings), file.toAbsolutePath());
    }

    /** The draft as DOCX, with the pages of its contents where the layout program is there. */
    byte[] bytes(Draft draft, ReportSettings settings) {
        PageNumbers pages = settings.libreOffice()
                .map(program -> new LibreOffice(program)
                        .pages(bytes(draft, settings, new Asked()), settings.workFolder()))
                .orElse(new Unknown("LibreOffice is not installed"));
        if (pages instanceof Unknown(var cause)) {
            LOG.warn("the contents of the draft carry no page numbers: {}", cause);
        }
        return bytes(draft, settings, pages);
    }

    private static byte[] bytes(Draft draft, ReportSettings settings, PageNumbers pages) {
        Docx docx = new Docx(draft.language());
        Words words = Words.in(draft.language());
        References references = new References(draft);
        OpenSlot slot = new OpenSlot(docx, words, references);

        new RunningHead(docx, words).write(draft);
        new TitlePage(docx, words).write(draft);
        Contents contents = new Contents(docx, words);
        slot.summary(draft);
        new Chapters(docx, words, references).write(draft);
        if (!draft.marks().isEmpty()) {
            new MarksTable(docx, words).write(draft);
        }
        slot.write("conclusions");
        slot.write("recommendations");
        new EvidenceList(docx, words, references, settings).write();
        new PapersTable(docx, words).write(draft);
        new MethodNote(docx, words).write(draft);
        contents.fill(pages);

        CallContent call = draft.call().content();
        docx.describe(call.title(), call.organisation(), draft.language(), draft.draftedAt());
        return docx.bytes();
    }
}
