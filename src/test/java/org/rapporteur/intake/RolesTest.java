package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Reading;
import org.rapporteur.extraction.Texts;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;

class RolesTest {

    private static final String FIGURES = "1998 340 27 12 45";

    @Test
    void theLongestIsTheMainPaperAndComesFirst() {
        assertThat(Roles.of(List.of(part(1, "tables.docx"), part(2, "paper.docx")), Map.of(1L, Texts.extraction("en", "short"),
                2L, Texts.extraction("en", Texts.about("fund")))))
                .containsExactly(new Revision.Document(2, DocumentRole.MAIN), new Revision.Document(1, DocumentRole.ANNEX));
    }

    @Test
    void whatCallsItselfAnAnnexIsNotTheMainPaperHoweverLong() {
        assertThat(Roles.of(List.of(part(1, "Annex 1.docx"), part(2, "paper.docx")), Map.of(1L, Texts.extraction("en", Texts.about("fund")),
                2L, Texts.extraction("en", "short"))).getFirst()).isEqualTo(new Revision.Document(2, DocumentRole.MAIN));
    }

    @Test
    void slidesAreAnAnnexHoweverLong() {
        Extraction slides = new Extraction(1, 1, Reading.SLIDES, 2, "en", Texts.extraction("en", Texts.about("fund")).blocks());

        assertThat(Roles.of(List.of(part(1, "slides.pptx"), part(2, "paper.docx")), Map.of(1L, slides, 2L, Texts.extraction("en", "short"))).getFirst())
                .isEqualTo(new Revision.Document(2, DocumentRole.MAIN));
    }

    @Test
    void theSamePaperInFrenchIsALanguageVersion() {
        assertThat(Roles.of(List.of(part(1, "paper.docx"), part(2, "document.docx")), Map.of(1L,
                Texts.extraction("en", Texts.about("fund"), FIGURES), 2L, Texts.extraction("fr", FIGURES))).getLast())
                .isEqualTo(new Revision.Document(2, DocumentRole.LANGUAGE_VERSION));
    }

    private static Part part(long id, String name) {
        return new Part(id, 1, null, (int) id, name, "text/plain", new Sha256(Rows.SHA256), PartStanding.DOCUMENT, null);
    }
}
