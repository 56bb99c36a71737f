package org.rapporteur.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.report.PageNumbers.Asked;
import org.rapporteur.report.PageNumbers.Unknown;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.PlainFailure;
import org.rapporteur.submission.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Puts the collection of country papers together, writes it into a file, and issues it. */
@Component
public final class CollectionFile {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionFile.class);
    /** a book of some hundred papers has thousands of pages */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final CollectedPapers papers;
    private final IssuedCollections issued;
    private final Illustrations illustrations;
    private final Originals originals;
    private final Path work;

    CollectionFile(CollectedPapers papers, Illustrations illustrations, IssuedCollections issued, Originals originals, @Value("${rapporteur.data}/drafts/.work") Path work) {
        this.papers = papers;
        this.illustrations = illustrations;
        this.issued = issued;
        this.originals = originals;
        this.work = work;
    }

    /** What the file is. */
    public enum Form {
        DOCX,
        PDF
    }

    /**
     * A collection and its file.
     *
     * @param number of the collection; null for a working copy
     * @param document the hash of the DOCX
     * @param chapters countries, or groups of them, with a chapter
     * @param papers in force, in the file or left out of it
     * @param unread papers that could not be read
     * @param leftOut papers of which nothing is for this edition
     * @param missing invited countries without a chapter
     * @param seconds from the first look at the papers to the last byte
     */
    public record Written(Path file, Edition edition, @Nullable Integer number, Sha256 document, int chapters, int papers, int unread, int leftOut,
            int missing, double seconds) {}

    /** No such collection, or not now; the sentence says what to do. */
    static final class NotIssued extends PlainFailure {

        NotIssued(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }

    /**
     * Writes the papers in force; what stood in the file before is replaced only when all is written.
     *
     * @param issue whether it gets a number and is kept as it is
     */
    public Written write(Call call, Edition edition, Locale language, Form form, Path out, boolean issue, Actor actor) {
        long start = System.nanoTime();
        Collection collection = illustrations.into(papers.of(call, edition, language, issue ? issued.next(call.id(), edition) : null));
        byte[] docx = docx(new CollectionDocument(collection));
        byte[] bytes = form == Form.PDF ? pdf(docx) : docx;
        if (issue) {
            keep(collection, docx, actor);
        }
        WholeFile.save(bytes, out);
        return new Written(out, edition, collection.ordinal(), Sha256.of(docx), collection.chapters().size(), collection.papers().size(),
                collection.unread().size() + (int) collection.papers().stream().filter(CollectedPaper::isUnreadable).count(),
                (int) collection.papers().stream().filter(CollectedPaper::isLeftOut).count(), collection.missing().size(),
                (System.nanoTime() - start) / 1e9);
    }

    /** Writes a collection as it was issued, to the byte; as PDF it is laid out anew. */
    public IssuedCollections.Issued again(Call call, Edition edition, int number, Form form, Path out) {
        IssuedCollections.Issued found = issued.find(call.id(), edition, number).orElseThrow(() -> new NotIssued(
                "No %s collection %d has been issued for %s; those that have been: %s.".formatted(edition.word(), number, call.code(),
                        issued.of(call.id()).stream().map(one -> one.edition().word() + " " + one.ordinal()).toList()), null));
        try {
            byte[] docx = Files.readAllBytes(originals.file(found.document()));
            WholeFile.save(form == Form.PDF ? pdf(docx) : docx, out);
            return found;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private void keep(Collection collection, byte[] docx, Actor actor) {
        try {
            issued.add(collection, originals.keep(docx), actor);
        } catch (DuplicateKeyException meanwhile) {
            throw new NotIssued("Somebody else has issued a collection meanwhile; start it again, and yours will have the next number.", meanwhile);
        }
    }

    private byte[] docx(CollectionDocument document) {
        PageNumbers pages = LibreOffice.find().map(program -> new LibreOffice(program, LONGEST).pages(document.bytes(new Asked()), work))
                .orElse(new Unknown("LibreOffice is not installed"));
        if (pages instanceof Unknown(var cause)) {
            LOG.warn("the contents of the collection carry no page numbers: {}", cause);
        }
        return document.bytes(pages);
    }

    private byte[] pdf(byte[] docx) {
        Path program = LibreOffice.find().orElseThrow(() -> new LibreOffice.NoPdf("A PDF needs LibreOffice, which is not installed; install it, "
                + "or write a .docx instead."));
        return new LibreOffice(program, LONGEST).pdf(docx, work);
    }
}
