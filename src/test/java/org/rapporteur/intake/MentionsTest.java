package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Databases;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.rapporteur.call.Calls;
import org.rapporteur.call.Contact;
import org.rapporteur.call.ContactRole;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.extraction.Texts;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.LetterKind;
import org.rapporteur.letter.NewLetter;
import org.rapporteur.letter.Outboxes;
import org.rapporteur.submission.Authentication;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryKind;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Stores;
import org.rapporteur.submission.Submission;
import org.rapporteur.submission.Submissions;

/** What follows from a number or a thread, and what does not. */
class MentionsTest {

    private static final CountryCode KOREA = new CountryCode("KOR");
    private static final CountryCode NORWAY = new CountryCode("NOR");
    private static final String BOTH = "both@ministry.example";
    private static final String OF_NORWAY = "paper@nor.example";
    private static final String STRANGER = "stranger@elsewhere.example";
    private static final String FUND = Texts.about("fund");

    @TempDir
    Path folder;

    private Rows rows;
    private Originals originals;
    private Deliveries deliveries;
    private Extractions extractions;
    private Submissions submissions;
    private Mentions mentions;
    private Acceptance acceptance;
    private Call call;
    private int made;

    @BeforeEach
    void open() {
        rows = new Rows(Databases.h2());
        originals = Stores.originals(folder, rows);
        deliveries = Stores.deliveries(rows, Clock.systemUTC());
        extractions = Texts.store(rows);
        submissions = Stores.submissions(rows);
        Calls calls = CallContents.store(rows);
        call = CallContents.imported(calls);
        contact(calls, KOREA, BOTH);
        contact(calls, NORWAY, BOTH);
        contact(calls, NORWAY, OF_NORWAY);
        call = calls.get(call.id());
        mentions = new Mentions(submissions, deliveries, Outboxes.letters(rows), originals, calls);
        acceptance = new Acceptance(deliveries, extractions, submissions, mentions, Stores.placements(rows));
    }

    @Test
    void aNumberInASubjectSettlesForWhichOfItsCountriesASenderWrites() {
        accepted(KOREA, "fund");

        assertThat(country(mail(BOTH, "RE: Fwd: receipt mch-2004-kor-001 / revised paper", ""))).contains(KOREA);
    }

    @Test
    void aNumberThatWasNeverGivenSettlesNothing() {
        accepted(KOREA, "fund");

        assertThat(country(mail(BOTH, "MCH-2004-KOR-002", ""))).isEmpty();
    }

    @Test
    void theFormerNumberOfAPaperThatWasMovedStillLeadsToIt() {
        Submission moved = accepted(KOREA, "fund").submission();
        rows.transaction().executeWithoutResult(status -> Stores.moves(rows).move(call.id(), call.code(), moved, NORWAY, new Actor("ruth")));

        assertThat(country(mail(BOTH, "MCH-2004-KOR-001, revised", ""))).contains(NORWAY);
    }

    @Test
    void anAnswerToOurLetterSettlesIt() {
        Revision korea = accepted(KOREA, "fund");
        Letter letter = letter("receipt", korea.delivery(), KOREA);

        assertThat(country(mail(BOTH, "Re: your receipt", "In-Reply-To: " + letter.head().messageId() + "\r\n"))).contains(KOREA);
    }

    @Test
    void anAnswerToAReminderSettlesItBeforeAnythingIsAccepted() {
        Letter reminder = letter("reminder", null, NORWAY);

        assertThat(country(mail(BOTH, "Re: your paper", "References: " + reminder.head().messageId() + "\r\n"))).contains(NORWAY);
    }

    @Test
    void aMailInTheThreadOfTheOneThatBroughtThePaperSettlesIt() {
        Delivery first = mail(BOTH, "Paper", "Message-ID: <first@ministry.example>\r\n", KOREA);
        accept(first, "fund");

        assertThat(country(mail(BOTH, "Paper, corrected", "References: <older@x.example>\r\n <first@ministry.example> <other@x.example>\r\n")))
                .contains(KOREA);
    }

    @Test
    void whatAStrangerNamesIsAHintForThePersonAndNoMore() {
        accepted(KOREA, "fund");
        Delivery forged = mail(STRANGER, "MCH-2004-KOR-001, the revised paper", "");
        document(forged, FUND + " and something new");

        assertThat(country(forged)).isEmpty();
        assertThat(acceptance.decide(call, forged)).isEqualTo(new Verdict.Hold("unknown-sender",
                "Its sender is no contact of the call; add the address to the contacts, or name the country. It names MCH-2004-KOR-001."));
    }

    @Test
    void theThreadIsAHintTooWhenAStrangerAnswers() {
        Letter letter = letter("receipt", accepted(KOREA, "fund").delivery(), KOREA);
        Delivery forged = mail(STRANGER, "Re: receipt", "In-Reply-To: " + letter.head().messageId() + "\r\n");
        document(forged, FUND);

        assertThat(held(forged).reason()).endsWith(" It answers a mail about MCH-2004-KOR-001.");
    }

    @Test
    void theContactOfOneCountryCannotReviseThePaperOfAnother() {
        accepted(KOREA, "fund");
        Delivery norway = mail(OF_NORWAY, "MCH-2004-KOR-001", "", NORWAY);
        document(norway, FUND + " and something new");

        assertThat(held(norway)).isEqualTo(new Verdict.Hold("which-country",
                "Its sender may submit for NOR and for nobody else; please name the country whose paper this is. It names MCH-2004-KOR-001."));
    }

    @Test
    void aNumberSettlesWhichOfSeveralPapersOfACountryIsRevised() {
        Revision first = accepted(NORWAY, "fund");
        another(NORWAY, "school");
        Delivery revised = mail(OF_NORWAY, "New version of " + first.submission().number(), "", NORWAY);
        document(revised, FUND + " and something new");

        assertThat(acceptance.decide(call, revised)).isInstanceOfSatisfying(Verdict.Revise.class,
                revise -> assertThat(revise.before().id()).isEqualTo(first.id()));
    }

    @Test
    void aSubjectThatNamesTwoPapersIsHeldWithTheQuestionWhich() {
        accepted(NORWAY, "fund");
        another(NORWAY, "school");
        Delivery revised = mail(OF_NORWAY, "MCH-2004-NOR-001 and MCH-2004-NOR-002", "", NORWAY);
        document(revised, FUND + " and something new");

        assertThat(held(revised)).isEqualTo(new Verdict.Hold("which-of-two",
                "Please say which of them it revises. It names MCH-2004-NOR-001 and names MCH-2004-NOR-002."));
    }

    @Test
    void aMailThatWasRefusedLeadsNowhere() {
        Delivery refused = mail(BOTH, "Paper", "Message-ID: <refused@ministry.example>\r\n", KOREA);
        deliveries.decide(refused.id(), new Delivery.Decided(DeliveryOutcome.REFUSED, "by-person", "Not a paper.", null));

        assertThat(country(mail(BOTH, "Re: Paper", "In-Reply-To: <refused@ministry.example>\r\n"))).isEmpty();
    }

    private Optional<CountryCode> country(Delivery delivery) {
        return mentions.country(call.id(), delivery.sender(), delivery.subject(), delivery.original());
    }

    private Verdict.Hold held(Delivery delivery) {
        return (Verdict.Hold) acceptance.decide(call, delivery);
    }

    private Delivery mail(String from, String subject, String lines) {
        return mail(from, subject, lines, null);
    }

    private Delivery mail(String from, String subject, String lines, CountryCode country) {
        byte[] raw = "From: %s\r\nSubject: %s\r\n%s\r\nText %d.\r\n".formatted(from, subject, lines, ++made).getBytes(StandardCharsets.US_ASCII);
        MessageHead head = MessageHead.of(raw);
        return deliveries.add(new Deliveries.Arrival(call.id(), DeliveryKind.PAPER, Channel.MAIL, "key " + made, originals.keep(raw), from,
                head.subject(), head.messageId().orElse(null), country, null, null, false, Authentication.UNCHECKED));
    }

    private Revision accepted(CountryCode country, String topic) {
        return accept(mail(BOTH, "Paper", "", country), topic);
    }

    private Revision accept(Delivery delivery, String topic) {
        long part = document(delivery, Texts.about(topic));
        Submission submission = submissions.open(call.id(), call.code(), List.of(delivery.country()));
        return submissions.revise(call.id(), submission, delivery.id(), List.of(new Revision.Document(part, DocumentRole.MAIN)), Actor.MACHINE);
    }

    private void another(CountryCode country, String topic) {
        assertThat(accepted(country, topic).submission().number()).hasToString("MCH-2004-NOR-002");
    }

    private long document(Delivery delivery, String text) {
        Sha256 original = originals.keep(text.getBytes(StandardCharsets.UTF_8));
        long part = deliveries.addPart(call.id(), new Part(0, delivery.id(), null, ++made, "paper.txt", "text/plain", original,
                PartStanding.DOCUMENT, null));
        extractions.add(call.id(), part, Texts.text("en", text));
        return part;
    }

    private Letter letter(String occasion, Long delivery, CountryCode country) {
        return Outboxes.on(rows, Clock.systemUTC(), folder).write(new NewLetter(call.id(), LetterKind.ALARM, occasion, delivery, country, BOTH,
                Locale.ENGLISH, "Your paper", "Text", "<p>Text</p>")).orElseThrow();
    }

    private static void contact(Calls calls, CountryCode country, String address) {
        calls.addContact(calls.current().id(), new Contact(country, address, ContactRole.AUTHOR, Locale.ENGLISH), new Actor("ruth"));
    }
}
