package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Draft.Chapter;
import org.rapporteur.synthesis.Draft.Section;
import org.rapporteur.synthesis.Exclusion;

class SynthesisDocumentTest {

    @TempDir
    Path folder;

    @Test
    void everyLinkWithinTheDocumentLeadsToABookmark() {
        Opened report = write(RealisticDraft.english());

        assertThat(report.anchors()).isNotEmpty().isSubsetOf(report.bookmarks());
    }

    @Test
    void aCitationLeadsToItsEvidence() {
        Opened report = write(Drafts.saying(Drafts.statement(4, Drafts.cited(9, "Texte."))));

        assertThat(report.anchors()).contains("ev_9");
        assertThat(report.bookmarks()).contains("ev_9");
    }

    @Test
    void everyStatementIsABookmarkAroundItsSentence() {
        Opened report = write(Drafts.saying(Drafts.statement(4), Drafts.statement(5)));

        assertThat(report.bookmarks()).contains("st_4_1", "st_5_1");
        assertThat(report.all("w:name=\"st_4_1\"[^>]*/>.*?<w:t[^>]*>([^<]+)</w:t>"))
                .containsExactly("Two of the papers read tie grants to conditions.");
    }

    @Test
    void paragraphsAreNumberedThroughTheReport() {
        Opened report = write(Drafts.saying(Drafts.statement(4), Drafts.statement(5)));

        assertThat(report.inStyle("NumberedParagraph")).satisfiesExactly(
                first -> assertThat(first).startsWith("1.\t"), second -> assertThat(second).startsWith("2.\t"));
    }

    @Test
    void quotationsStandInMarksBeforeTheirCitation() {
        Opened report = write(Drafts.saying(Drafts.statement(4, Drafts.quoted(9, "It worked", "en"))));

        assertThat(report.inStyle("Quotation")).containsExactly("“It worked” (Norway, para.\u00a09).");
    }

    @Test
    void aSentenceThatAnnouncesAQuotationRunsOnIntoIt() {
        Opened report = write(Drafts.saying(Drafts.announcing("Norway writes:", Drafts.quoted(9, "It worked", "en"))));

        assertThat(report.inStyle("NumberedParagraph"))
                .containsExactly("1.\tNorway writes: “It worked” (Norway, para.\u00a09).");
    }

    @Test
    void whatIsCitedAndNotQuotedStandsInOneParenthesis() {
        Opened report = write(Drafts.saying(Drafts.statement(4, Drafts.cited(8, "Un."), Drafts.cited(9, "Deux."))));

        assertThat(report.inStyle("NumberedParagraph").getFirst())
                .endsWith("conditions. (France, para.\u00a08; France, para.\u00a09)");
    }

    @Test
    void aFrenchQuotationStandsInGuillemetsAndIsMarkedAsFrench() {
        Opened report = write(Drafts.saying(Drafts.statement(4, Drafts.quoted(9, "Cela marche", "fr"))));

        assertThat(report.text()).contains("«\u00a0Cela marche\u00a0»");
        assertThat(report.xml("word/document.xml")).contains("<w:lang w:val=\"fr-FR\"/>");
    }

    @Test
    void anEvidenceEntryHoldsTheWholePassageAndLeadsToTheDesk() {
        Opened report = write(Drafts.saying(Drafts.statement(4, Drafts.quoted(9, "It worked", "en"))));

        assertThat(report.inStyle("EvidenceText")).containsExactly("Before. It worked After.");
        assertThat(report.xml("word/_rels/document.xml.rels")).contains("http://127.0.0.1:8080/passages/109");
    }

    @Test
    void aPassageThatIsCitedTwiceHasOneEntry() {
        Opened report = write(Drafts.saying(Drafts.statement(4, Drafts.cited(9, "Texte.")),
                Drafts.statement(5, Drafts.cited(9, "Texte."))));

        assertThat(report.inStyle("EvidenceEntry")).hasSize(1);
        assertThat(report.inStyle("EvidenceLinks").getFirst()).startsWith("cited in paragraphs 1, 2");
    }

    @Test
    void summaryConclusionsAndRecommendationsAreLeftOpen() {
        Opened report = write(Drafts.saying(Drafts.statement(4)));

        assertThat(report.inStyle("Slot")).hasSize(3).containsOnly("[to be written by the secretariat]");
        assertThat(report.inStyle("Finding")).hasSize(1)
                .containsOnly("Two of the papers read tie grants to conditions. (paragraph\u00a01)");
    }

    @Test
    void chaptersAndSectionsAreHeadings() {
        Opened report = write(Drafts.saying(Drafts.statement(4)));

        assertThat(report.inStyle("Heading1")).containsExactly("Summary", "Incentives", "Countries and themes", "Conclusions",
                "Recommendations", "Evidence", "Papers received", "How this draft was made");
        assertThat(report.inStyle("Heading2")).containsExactly("Levers for change", "Keeping momentum");
    }

    @Test
    void aSectionWithoutEvidenceSaysThatThisIsNotNothing() {
        Opened report = write(Drafts.saying());

        assertThat(report.inStyle("NothingFound")).contains("No passage of the papers read was found under this question, "
                + "which does not mean that nothing is done.");
    }

    @Test
    void theTitlePageSaysWhatTheDraftRestsOn() {
        Opened report = write(Drafts.saying());

        assertThat(report.inStyle("CoverFact")).contains("Symbol\tGOV/PGC/EGOV(2004)2", "Status\tDraft 1", "Date\t20 August 2004",
                "Meeting\tSeoul, 14–15 July 2004");
        assertThat(report.inStyle("Notice")).contains("It rests on 2 papers read, for 2 countries and bodies: France and Norway.");
    }

    @Test
    void theTableOfMarksRepeatsItsHeader() {
        Opened report = write(Drafts.saying());

        assertThat(report.document().getTables().getFirst().getRow(0).isRepeatHeader()).isTrue();
        assertThat(report.document().getTables().getFirst().getText()).contains("France\t+ success", "Korea\tno paper read");
    }

    @Test
    void aPaperThatMustNotBeUsedIsListedApartWithASignOfItsOwn() {
        Opened report = write(Drafts.excluding(Exclusion.RESTRICTED));

        assertThat(report.document().getTables()).extracting(XWPFTable::getText).satisfiesExactly(
                marks -> assertThat(marks).contains("Korea\t§ not used"),
                papers -> assertThat(papers).contains("France").doesNotContain("Korea"),
                apart -> assertThat(apart).contains("Korea\tMCH-2004-KOR-001\t3 Jun 2004\trestricted"));
        assertThat(report.inStyle("Notice")).anyMatch(line -> line.startsWith("One more paper was received and is not used here"));
    }

    @Test
    void everyMarkHasALineInTheLegend() {
        String legend = write(Drafts.saying()).inStyle("Legend").getFirst();

        assertThat(legend).contains("□ ended: practice ended", "¬ rejected: rejected practices only", "§ not used: paper received");
    }

    @Test
    void aHeadingThatAsksTheQuestionIsNotFollowedByIt() {
        Section section = new Section("outsourcing", "What can be outsourced", "What can be outsourced?", List.of(Drafts.statement(4)));
        Draft draft = Drafts.saying();

        Opened report = write(new Draft(1, draft.call(), 1, draft.language(), Drafts.DRAFTED, 2,
                List.of(new Chapter("partnership", "Partnership", List.of(section))), List.of(), draft.papers()));

        assertThat(report.inStyle("Question")).isEmpty();
    }

    @Test
    void theSummaryHoldsTheFindingsThatMostCountriesShareAndNoMore() {
        Opened report = write(RealisticDraft.english());

        assertThat(report.inStyle("Finding")).hasSize(12);
    }

    @Test
    void aFrenchReportIsWrittenInFrench() {
        Opened report = write(Drafts.with(Locale.FRENCH, Drafts.statement(4)));

        assertThat(report.inStyle("Slot")).contains("[à rédiger par le secrétariat]");
        assertThat(report.xml("word/styles.xml")).contains("w:lang w:val=\"fr-FR\"");
    }

    @Test
    void propertiesNameTheOrganisationAndNoProgram() {
        Opened report = write(Drafts.saying());
        CoreProperties core = report.document().getProperties().getCoreProperties();

        assertThat(core.getTitle()).isEqualTo("Making Change Happen");
        assertThat(core.getCreator()).isEqualTo("Organisation for Economic Co-operation and Development");
        assertThat(core.getCreated()).isEqualTo(Drafts.DRAFTED);
        assertThat(core.getModified()).isEqualTo(Drafts.DRAFTED);
        assertThat(report.document().getProperties().getExtendedProperties().getApplication()).isNull();
    }

    @Test
    void theSameDraftGivesTheSameBytes() throws IOException {
        Path first = write(RealisticDraft.english()).file();
        Path second = new SynthesisDocument().write(RealisticDraft.english(), folder.resolve("again.docx"), settings());

        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    }

    @Test
    void withoutLibreOfficeTheReaderIsAskedToWorkOutThePages() {
        Opened report = write(Drafts.saying());

        assertThat(report.xml("word/settings.xml")).contains("updateFields");
        assertThat(report.inStyle("TOC1")).contains("Incentives");
    }

    @Test
    void aLayoutProgramThatFailsDoesNotFailTheDraft() throws IOException {
        Path broken = Files.writeString(folder.resolve("soffice"), "not a program");

        Path file = new SynthesisDocument().write(Drafts.saying(), folder.resolve("draft.docx"),
                new ReportSettings(URI.create("http://127.0.0.1:8080"), folder.resolve("work"), Optional.of(broken)));

        assertThat(new Opened(file).xml("word/settings.xml")).contains("updateFields");
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void aStatementThatStandsTwiceIsRefused() {
        Draft twice = Drafts.saying(Drafts.statement(4), Drafts.statement(4));

        assertThatThrownBy(() -> write(twice)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("st_4_1");
    }

    private Opened write(Draft draft) {
        return new Opened(new SynthesisDocument().write(draft, folder.resolve("draft.docx"), settings()));
    }

    private ReportSettings settings() {
        return new ReportSettings(URI.create("http://127.0.0.1:8080/"), folder, Optional.empty());
    }
}
