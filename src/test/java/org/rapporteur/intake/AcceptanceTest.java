package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Databases;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.rapporteur.call.Contact;
import org.rapporteur.call.ContactRole;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.extraction.Texts;
import org.rapporteur.letter.Outboxes;
import org.rapporteur.submission.Authentication;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryKind;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Placement;
import org.rapporteur.submission.PlacementKind;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Stores;
import org.rapporteur.submission.Submissions;

/** What becomes of a delivery, decided on real stores. */
class AcceptanceTest {

    private static final CountryCode KOREA = new CountryCode("KOR");
    private static final CountryCode NORWAY = new CountryCode("NOR");
    private static final String FIGURES = " 1998 340 27 12 45 ";
    private static final String FUND = Texts.about("fund") + FIGURES;
    private static final String FUND_REVISED = FUND + " and something new";
    private static final String FONDS = Texts.about("fr") + FIGURES;
    private static final String TABLES = Texts.about("tables");

    @TempDir
    Path folder;

    private Rows rows;
    private Sha256 mail;
    private Deliveries deliveries;
    private Extractions extractions;
    private Submissions submissions;
    private Acceptance acceptance;
    private Call call;
    private int made;

    @BeforeEach
    void open() {
        rows = new Rows(Databases.h2());
        Originals originals = Stores.originals(folder, rows);
        mail = originals.keep("Subject: Paper\r\n\r\nText.".getBytes(StandardCharsets.US_ASCII));
        deliveries = Stores.deliveries(rows, Clock.systemUTC());
        extractions = Texts.store(rows);
        submissions = Stores.submissions(rows);
        acceptance = new Acceptance(deliveries, extractions, submissions,
                new Mentions(submissions, deliveries, Outboxes.letters(rows), originals, CallContents.store(rows)), Stores.placements(rows));
        call = new Call(rows.call(), 1, CallContents.small(), "", List.of(contact(KOREA, "both@example.org"), contact(NORWAY, "both@example.org")));
    }

    @Test
    void theFirstPaperOpensASubmission() {
        Delivery first = delivery(KOREA);
        long main = document(first, "paper.docx", "en", FUND);

        assertThat(decide(first)).isEqualTo(new Verdict.Open(List.of(new Revision.Document(main, DocumentRole.MAIN))));
    }

    @Test
    void whatTheGatewayCouldNotProveWaitsUntilAPersonVouches() {
        Delivery doubtful = deliveries.add(new Deliveries.Arrival(call.id(), DeliveryKind.PAPER, Channel.MAIL, "doubtful",
                mail, "both@example.org", "Paper", null, KOREA, null, null, false, Authentication.MISSING));
        document(doubtful, "paper.docx", "en", FUND);

        assertThat(decide(doubtful)).isInstanceOfSatisfying(Verdict.Hold.class, hold -> assertThat(hold.rule()).isEqualTo("not-authenticated"));
        deliveries.vouch(doubtful.id(), new Actor("anna"));
        assertThat(decide(deliveries.get(doubtful.id()))).isInstanceOf(Verdict.Open.class);
    }

    @Test
    void anAnnexInForceStaysWhenOnlyThePaperIsRevised() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        long annex = document(first, "annex.docx", "en", TABLES);
        accept(first);
        Delivery second = delivery(KOREA);
        long revised = document(second, "paper v2.docx", "en", FUND_REVISED);

        assertThat(revised(second)).containsExactly(new Revision.Document(revised, DocumentRole.MAIN),
                new Revision.Document(annex, DocumentRole.ANNEX));
    }

    @Test
    void aVersionInAnotherLanguageStaysWhenThePaperIsRevised() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        accept(first);
        Delivery second = delivery(KOREA);
        long french = document(second, "document.docx", "fr", FONDS);
        accept(second);
        Delivery third = delivery(KOREA);
        long revised = document(third, "paper.docx", "en", FUND_REVISED);

        assertThat(revised(third)).containsExactly(new Revision.Document(revised, DocumentRole.MAIN),
                new Revision.Document(french, DocumentRole.LANGUAGE_VERSION));
    }

    @Test
    void aFrenchVersionThatArrivesWithAnAnnexBringsBoth() {
        Delivery first = delivery(KOREA);
        long main = document(first, "paper.docx", "en", FUND);
        accept(first);
        Delivery second = delivery(KOREA);
        long french = document(second, "document.docx", "fr", FONDS);
        long annex = document(second, "annexe.docx", "fr", TABLES);

        assertThat(revised(second)).containsExactly(new Revision.Document(main, DocumentRole.MAIN),
                new Revision.Document(french, DocumentRole.LANGUAGE_VERSION), new Revision.Document(annex, DocumentRole.ANNEX));
    }

    @Test
    void aRevisedFrenchVersionTakesThePlaceOfTheOlderOneAlone() {
        Delivery first = delivery(KOREA);
        long main = document(first, "paper.docx", "en", FUND);
        document(first, "document.docx", "fr", FONDS);
        accept(first);
        Delivery second = delivery(KOREA);
        long french = document(second, "document.docx", "fr", FONDS + "et plus encore");

        assertThat(revised(second)).containsExactly(new Revision.Document(main, DocumentRole.MAIN),
                new Revision.Document(french, DocumentRole.LANGUAGE_VERSION));
    }

    @Test
    void aRevisedAnnexAloneTakesThePlaceOfTheOlderOne() {
        Delivery first = delivery(KOREA);
        long main = document(first, "paper.docx", "en", FUND);
        document(first, "annex.docx", "en", TABLES);
        accept(first);
        Delivery second = delivery(KOREA);
        long annex = document(second, "tables.docx", "en", TABLES + " more rows");

        assertThat(revised(second)).containsExactly(new Revision.Document(main, DocumentRole.MAIN),
                new Revision.Document(annex, DocumentRole.ANNEX));
    }

    @Test
    void aDocumentSentAlongUnchangedStaysTheOneThatWasCoded() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        long annex = document(first, "annex.docx", "en", TABLES);
        accept(first);
        Delivery second = delivery(KOREA);
        long revised = document(second, "paper.docx", "en", FUND_REVISED);
        document(second, "annex.docx", "en", TABLES);

        assertThat(revised(second)).containsExactly(new Revision.Document(revised, DocumentRole.MAIN),
                new Revision.Document(annex, DocumentRole.ANNEX));
    }

    @Test
    void anAnnexOfTheSameNameTakesThePlaceOfTheOlderOneHoweverItChanged() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        document(first, "annex.docx", "en", TABLES);
        accept(first);
        Delivery second = delivery(KOREA);
        long revised = document(second, "paper.docx", "en", FUND_REVISED);
        long annex = document(second, "Annex.docx", "en", Texts.about("figures"));

        assertThat(revised(second)).containsExactly(new Revision.Document(revised, DocumentRole.MAIN),
                new Revision.Document(annex, DocumentRole.ANNEX));
    }

    @Test
    void anUnlikeAnnexOfAnotherNameIsHeldForItMayStandBesideTheOlderOne() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        document(first, "annex.docx", "en", TABLES);
        accept(first);
        Delivery second = delivery(KOREA);
        document(second, "paper.docx", "en", FUND_REVISED);
        document(second, "annex b.docx", "en", Texts.about("figures"));

        assertThat(held(second).reason()).contains("annex b.docx", "annex.docx", "please say");
    }

    @Test
    void twoDocumentsForOnePlaceAreHeld() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        accept(first);
        Delivery second = delivery(KOREA);
        document(second, "paper a.docx", "en", FUND_REVISED);
        document(second, "paper b.docx", "en", FUND + " something else");

        assertThat(held(second).reason()).contains("paper a.docx", "paper b.docx", "please say");
    }

    @Test
    void anotherPaperIsHeldWithTheQuestionWhichOfTwo() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        accept(first);
        Delivery second = delivery(KOREA);
        document(second, "paper.docx", "en", Texts.about("law"));

        assertThat(held(second)).isEqualTo(new Verdict.Hold("which-of-two", "It differs from the paper in force, MCH-2004-KOR-001 "
                + "revision 1; please say whether it replaces it, adds to it or is another paper."));
    }

    @Test
    void anOlderPaperSentAgainIsADuplicateOfTheDeliveryThatBroughtIt() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        accept(first);
        Delivery second = delivery(KOREA);
        document(second, "paper.docx", "en", FUND_REVISED);
        accept(second);
        Delivery again = delivery(KOREA);
        document(again, "paper.docx", "en", FUND);

        assertThat(decide(again)).isEqualTo(new Verdict.Duplicate(first.id()));
    }

    @Test
    void anOlderPaperDoesNotComeBackWithANewAnnex() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        accept(first);
        Delivery second = delivery(KOREA);
        document(second, "paper.docx", "en", FUND_REVISED);
        accept(second);
        Delivery again = delivery(KOREA);
        document(again, "paper.docx", "en", FUND);
        document(again, "annex.docx", "en", TABLES);

        assertThat(held(again).rule()).isEqualTo("which-of-two");
    }

    @Test
    void anAcceptedDeliveryIsNotDecidedAgain() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        accept(first);

        assertThat(decide(first)).isInstanceOfSatisfying(Verdict.Stands.class,
                stands -> assertThat(stands.revision().delivery()).isEqualTo(first.id()));
    }

    @Test
    void aPaperThatWaitedWhileALaterOneWasAcceptedDoesNotReplaceIt() {
        Delivery waited = delivery(KOREA);
        document(waited, "paper.docx", "en", FUND);
        Delivery later = delivery(KOREA);
        document(later, "paper.docx", "en", FUND_REVISED);
        accept(later);

        assertThat(held(waited).rule()).isEqualTo("which-of-two");
        assertThat(held(waited).reason()).contains("arrived before the paper in force");
    }

    @Test
    void anUnchangedFileKeepsItsPlaceWhateverTheOrderOfTheAttachments() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND + "in words");
        long kept = document(first, "paper.pdf", "en", FUND);
        accept(first);
        Delivery second = delivery(KOREA);
        long revised = document(second, "paper.docx", "en", FUND_REVISED);
        document(second, "paper.pdf", "en", FUND);

        assertThat(revised(second)).containsExactly(new Revision.Document(revised, DocumentRole.MAIN),
                new Revision.Document(kept, DocumentRole.ANNEX));
    }

    @Test
    void aTextThatWasLeftOutBeforeIsNoDuplicateWhenItComesAsThePaper() {
        Delivery first = delivery(KOREA);
        document(first, "programme.docx", "en", FUND);
        deliveries.describePart(document(first, "message text.txt", "en", TABLES), "text/plain", PartStanding.LEFT_OUT, null);
        accept(first);
        Delivery second = delivery(KOREA);
        document(second, "message text.txt", "en", TABLES);

        assertThat(held(second).rule()).isEqualTo("which-of-two");
    }

    @Test
    void aSenderWhoMaySubmitForTwoCountriesIsAskedForWhich() {
        Delivery unplaced = delivery(null);
        document(unplaced, "paper.docx", "en", FUND);

        assertThat(held(unplaced)).isEqualTo(new Verdict.Hold("which-country",
                "Its sender may submit for KOR and NOR; please name the country whose paper this is."));
    }

    @Test
    void whatNamesACountryThatIsNotInvitedIsHeld() {
        Delivery france = delivery(new CountryCode("FRA"));
        document(france, "paper.docx", "en", FUND);

        assertThat(held(france).rule()).isEqualTo("not-invited");
    }

    @Test
    void whatAPersonCallsANewRevisionTakesThePlaceOfTheMainPaper() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        long annex = document(first, "annex.docx", "en", TABLES);
        accept(first);
        Delivery second = delivery(KOREA);
        long rewritten = document(second, "rewritten.docx", "en", Texts.about("rewritten"));
        assertThat(held(second).rule()).isEqualTo("which-of-two");

        place(second, PlacementKind.REPLACES_MAIN);

        assertThat(revised(second)).containsExactly(new Revision.Document(rewritten, DocumentRole.MAIN),
                new Revision.Document(annex, DocumentRole.ANNEX));
    }

    @Test
    void whatAPersonCallsAnAnnexIsAddedAndOneOfTheSameNameGivesWay() {
        Delivery first = delivery(KOREA);
        long main = document(first, "paper.docx", "en", FUND);
        document(first, "annex.docx", "en", TABLES);
        accept(first);
        Delivery second = delivery(KOREA);
        long anew = document(second, "annex.docx", "en", Texts.about("more tables"));
        long other = document(second, "figures.docx", "en", Texts.about("figures"));

        place(second, PlacementKind.ANNEX);

        assertThat(revised(second)).containsExactly(new Revision.Document(main, DocumentRole.MAIN),
                new Revision.Document(anew, DocumentRole.ANNEX), new Revision.Document(other, DocumentRole.ANNEX));
    }

    @Test
    void whatAPersonCallsALanguageVersionTakesThePlaceOfTheOneInItsLanguage() {
        Delivery first = delivery(KOREA);
        long main = document(first, "paper.docx", "en", FUND);
        accept(first);
        Delivery second = delivery(KOREA);
        document(second, "papier.docx", "fr", FONDS);
        accept(second);
        Delivery third = delivery(KOREA);
        long french = document(third, "neuf.docx", "fr", Texts.about("neuf"));

        place(third, PlacementKind.LANGUAGE_VERSION);

        assertThat(revised(third)).containsExactly(new Revision.Document(main, DocumentRole.MAIN),
                new Revision.Document(french, DocumentRole.LANGUAGE_VERSION));
    }

    @Test
    void whatAPersonCallsAnotherPaperOpensASubmissionBesideTheOneInForce() {
        Delivery first = delivery(KOREA);
        document(first, "paper.docx", "en", FUND);
        accept(first);
        Delivery second = delivery(KOREA);
        long other = document(second, "other.docx", "en", TABLES);

        Stores.placements(rows).place(call.id(), second.id(), new Placement(PlacementKind.ANOTHER_PAPER, null), new Actor("anna"));

        assertThat(decide(second)).isEqualTo(new Verdict.Open(List.of(new Revision.Document(other, DocumentRole.MAIN)),
                submissions.inForce(call.id(), KOREA).orElseThrow()));
    }

    @Test
    void aPlacementWithThePaperOfAnotherCountryCountsNoMore() {
        Delivery korea = delivery(KOREA);
        document(korea, "paper.docx", "en", FUND);
        accept(korea);
        Delivery second = delivery(KOREA);
        document(second, "other.docx", "en", TABLES);
        place(second, PlacementKind.ANNEX);

        deliveries.assign(second.id(), NORWAY, new Actor("anna"));

        assertThat(decide(deliveries.get(second.id()))).isInstanceOf(Verdict.Open.class);
    }

    private void place(Delivery delivery, PlacementKind kind) {
        long submission = submissions.inForce(call.id(), KOREA).orElseThrow().submission().id();
        Stores.placements(rows).place(call.id(), delivery.id(), new Placement(kind, submission), new Actor("anna"));
    }

    private Verdict decide(Delivery delivery) {
        return acceptance.decide(call, delivery);
    }

    private List<Revision.Document> revised(Delivery delivery) {
        return ((Verdict.Revise) decide(delivery)).documents();
    }

    private Verdict.Hold held(Delivery delivery) {
        return (Verdict.Hold) decide(delivery);
    }

    private void accept(Delivery delivery) {
        switch (decide(delivery)) {
            case Verdict.Open open -> submissions.revise(call.id(), submissions.open(call.id(), call.code(), List.of(delivery.country())),
                    delivery.id(), open.documents(), Actor.MACHINE);
            case Verdict.Revise revise -> submissions.revise(call.id(), revise.before().submission(), delivery.id(), revise.documents(),
                    Actor.MACHINE);
            case Verdict.Duplicate duplicate -> throw new AssertionError(duplicate);
            case Verdict.Stands stands -> throw new AssertionError(stands);
            case Verdict.Hold hold -> throw new AssertionError(hold);
        }
    }

    private Delivery delivery(CountryCode country) {
        return deliveries.add(new Deliveries.Arrival(call.id(), DeliveryKind.PAPER, Channel.MAIL, "key " + ++made, mail,
                "both@example.org", "Paper", null, country, null, null, false, Authentication.UNCHECKED));
    }

    private long document(Delivery delivery, String name, String language, String text) {
        Sha256 original = Sha256.of(text);
        rows.jdbc().sql("INSERT INTO original (sha256, size, stored_at) VALUES (:sha256, 1, CURRENT_TIMESTAMP) ON CONFLICT DO NOTHING")
                .param("sha256", original.hex()).update();
        long part = deliveries.addPart(call.id(), new Part(0, delivery.id(), null, ++made, name, "text/plain", original,
                PartStanding.DOCUMENT, null));
        extractions.add(call.id(), part, Texts.text(language, text));
        return part;
    }

    private static Contact contact(CountryCode country, String address) {
        return new Contact(country, address, ContactRole.AUTHOR, Locale.ENGLISH);
    }
}
