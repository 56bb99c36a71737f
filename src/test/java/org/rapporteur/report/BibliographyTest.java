package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapporteur.submission.DocumentRole;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BibliographyTest {

    @Test
    void aPaperIsATechnicalReportUnderItsNumber() {
        assertThat(bibliography(Collections.paper("NOR", 1, Collections.numbered())).bibtex()).isEqualTo("""
                @techreport{MCH-2004-NOR-001,
                  author = {{Norway}},
                  title = {{Norway: a paper}},
                  institution = {{Organisation for Economic Co-operation and Development}},
                  type = {Country paper},
                  number = {MCH-2004-NOR-001},
                  year = {2004},
                  note = {Revision 2, received 20 June 2004, for “Making Change Happen”},
                  language = {en}
                }
                """);
    }

    @Test
    void whatTexWouldObeyIsEscaped() {
        assertThat(bibliography(Collections.paper("NOR", 1, Collections.heading(1, "100 % \\input{x} & $5 #1 a_b"))).bibtex())
                .contains("title = {{100 \\% \\textbackslash{}input\\{x\\} \\& \\$5 \\#1 a\\_b}}");
    }

    @Test
    void aPaperWithoutATitleIsCalledByItsCountry() {
        assertThat(bibliography(Collections.paper("NOR", 1, Collections.paragraph("We begin."))).bibtex()).contains("title = {{Country paper: Norway}}");
    }

    @Test
    void cslHasWhatAStyleNeeds() {
        JsonNode item = JsonMapper.shared().readTree(bibliography(Collections.paper("NOR", 1, Collections.numbered())).csl()).path(0);

        assertThat(item.path("id").asString()).isEqualTo("MCH-2004-NOR-001");
        assertThat(item.path("type").asString()).isEqualTo("report");
        assertThat(item.path("author").path(0).path("literal").asString()).isEqualTo("Norway");
        assertThat(item.path("issued").path("date-parts").toString()).isEqualTo("[[2004,6,20]]");
    }

    @Test
    void aPaperThatIsLeftOutIsNotListed() {
        Bibliography bibliography = bibliography(Collections.paper("NOR", Collections.document(1, DocumentRole.MAIN, "en", new CollectedText.LeftOut())));

        assertThat(bibliography.size()).isZero();
        assertThat(bibliography.bibtex()).isEmpty();
    }

    private static Bibliography bibliography(CollectedPaper... papers) {
        return new Bibliography(Collections.in(java.util.Locale.ENGLISH, List.of(papers), List.of()));
    }
}
