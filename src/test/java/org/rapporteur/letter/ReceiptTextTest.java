package org.rapporteur.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContent;
import org.rapporteur.call.CallContents;
import org.rapporteur.call.Correspondence;
import org.rapporteur.call.GuidelineQuestion;
import org.rapporteur.call.LetterSwitch;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Cause;
import org.rapporteur.submission.Authentication;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryKind;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Submission;
import org.rapporteur.submission.SubmissionNumber;

/** What governments read. */
class ReceiptTextTest {

    private static final Instant MAY = Instant.parse("2004-05-03T09:00:00Z");
    private static final GuidelineQuestion INCENTIVES = question("incentives");
    private static final GuidelineQuestion PARTNERS = question("partners");
    private static final Sha256 BYTES = new Sha256("ab".repeat(32));

    @Test
    void aReceiptProvesWhatWasRead() {
        String text = text(Locale.ENGLISH, true).accepted(facts(1, List.of())).body().text();

        assertThat(unwrapped(text)).contains("arrived on 3 May 2004", "under the number MCH-2004-KOR-001, revision 1.",
                "This document was read:", "paper.docx: Word document (DOCX), 12 pages, 4,310 words, Korean; SHA-256 " + BYTES.hex(),
                "a part was found in it: - incentives (en)", "leave the number MCH-2004-KOR-001 in the subject", "Ask Desk, ask@secretariat.example")
                .doesNotContain("partners (en)", "in force");
    }

    @Test
    void whatWasNotFoundIsToldOnlyInTheLetterThatAPersonConfirms() {
        Composed letter = text(Locale.ENGLISH, true).accepted(facts(1, List.of()));

        assertThat(letter.body().text()).doesNotContain("We did not find");
        assertThat(unwrapped(letter.choice().text())).contains("We did not find a part on: - partners (en) If it is covered elsewhere, please tell us where");
    }

    @Test
    void whereTheCallSaysSoItIsToldAtOnce() {
        Composed letter = text(Locale.ENGLISH, false).accepted(facts(1, List.of()));

        assertThat(letter.body().text()).contains("We did not find");
        assertThat(letter.choice()).isNull();
    }

    @Test
    void aRevisionTellsItsNumberAndWhatStays() {
        String text = unwrapped(text(Locale.ENGLISH, true).accepted(facts(2, List.of("annex.pdf"))).body().text());

        assertThat(text).contains("MCH-2004-KOR-001, revision 2, which is in force from now on", "stay in force as you sent them before: - annex.pdf");
    }

    @Test
    void itSpeaksTheLanguageOfTheContact() {
        assertThat(unwrapped(text(Locale.FRENCH, true).accepted(facts(1, List.of())).body().text()))
                .contains("Elle est arrivée le 3 mai 2004", "12 pages, 4 310 mots, coréen", "incentives (fr)");
        assertThat(unwrapped(text(Locale.of("es"), true).accepted(facts(1, List.of())).body().text()))
                .contains("Llegó el 3 de mayo de 2004", "coreano", "incentives (es)");
        assertThat(text(Locale.KOREAN, true).accepted(facts(1, List.of())).language()).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void whatCouldNotBeOpenedIsToldWithWhatToDoInEveryLanguage(Cause cause) {
        for (String language : List.of("en", "fr", "es")) {
            Composed letter = text(Locale.of(language), true).held(unread(cause));

            assertThat(letter.body().text()).contains("scan.pdf", language.equals("en") ? "Please" : language.equals("fr") ? "Veuillez" : "por");
            assertThat(letter.body().text().toLowerCase(Locale.ROOT)).doesNotContain("refus", "reject", "fail", "rejet", "rechaz", "échou", "fracas");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es"})
    void everyLineFitsIntoEveryMailProgram(String language) {
        String text = text(Locale.of(language), true).accepted(facts(2, List.of("annex.pdf"))).choice().text();

        assertThat(Arrays.stream(text.split("\n"))).allMatch(line -> line.length() <= 78 || !line.strip().replaceFirst("^- ", "").contains(" "));
    }

    @Test
    void whatIsReadInThePlaceOfAScanIsToldAsSuch() {
        ReceiptFacts.Read typed = new ReceiptFacts.Read("typed.txt", "text/plain", null, 900, "en", BYTES, "scan.pdf");

        String held = text(Locale.ENGLISH, true).held(new ReceiptFacts(call(true), delivery(), Optional.empty(), List.of(typed), List.of(),
                List.of(), List.of(), List.of())).body().text();

        assertThat(unwrapped(held)).contains("typed.txt, which the secretariat reads in the place of scan.pdf: plain text, 900 words, English");
    }

    @Test
    void hostileNamesStayText() {
        ReceiptFacts.Unread hostile = new ReceiptFacts.Unread("<script>alert(1)</script>.pdf", BYTES, Cause.DAMAGED);

        String html = text(Locale.ENGLISH, true).held(new ReceiptFacts(call(true), delivery(), Optional.empty(), List.of(), List.of(hostile),
                List.of(), List.of(), List.of())).body().html(Locale.ENGLISH);

        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void aNoticeTellsNothingOfWhatCame() {
        Composed letter = text(Locale.ENGLISH, true).notice();

        assertThat(letter.body().text() + letter.subject()).doesNotContain("Paper of Korea", "Korea", "MCH-2004-KOR");
    }

    private static ReceiptText text(Locale language, boolean confirm) {
        return new ReceiptText(call(confirm), delivery(), language);
    }

    private static Call call(boolean confirm) {
        CallContent some = CallContents.small();
        CallContent content = new CallContent(some.code(), some.title(), some.subtitle(), some.organisation(), some.classification(),
                some.languages(), some.meeting(), LocalDate.of(2004, 6, 1), some.invited(), List.of(), some.sessions(), some.reports(),
                new Correspondence(LetterSwitch.APPROVE, confirm, new Correspondence.Enquiries("Ask Desk", "ask@secretariat.example")),
                List.of(INCENTIVES, PARTNERS), List.of());
        return new Call(1, 1, content, "");
    }

    private static Delivery delivery() {
        return new Delivery(12, 1, DeliveryKind.PAPER, Channel.MAIL, "key", BYTES, "paper@kor.example", "Paper of Korea", null,
                new CountryCode("KOR"), MAY, MAY, MAY, false, Authentication.UNCHECKED, null);
    }

    private static ReceiptFacts facts(int ordinal, List<String> kept) {
        Submission korea = new Submission(1, new SubmissionNumber("MCH-2004-KOR-001"), List.of(new CountryCode("KOR")));
        Revision revision = new Revision(1, korea, ordinal, 12, MAY, List.of(new Revision.Document(1, DocumentRole.MAIN)));
        return new ReceiptFacts(call(true), delivery(), Optional.of(revision), List.of(new ReceiptFacts.Read("paper.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 12, 4310, "ko", BYTES, null)), List.of(), kept,
                List.of(INCENTIVES), List.of(PARTNERS));
    }

    private static ReceiptFacts unread(Cause cause) {
        return new ReceiptFacts(call(true), delivery(), Optional.empty(), List.of(), List.of(new ReceiptFacts.Unread("scan.pdf", BYTES, cause)),
                List.of(), List.of(), List.of());
    }

    private static GuidelineQuestion question(String word) {
        return new GuidelineQuestion(Map.of("en", word + " (en)", "fr", word + " (fr)", "es", word + " (es)"), List.of(word));
    }

    private static String unwrapped(String text) {
        return String.join(" ", text.replaceAll("[\\u00a0\\u202f]", " ").strip().split("\\s+"));
    }
}
