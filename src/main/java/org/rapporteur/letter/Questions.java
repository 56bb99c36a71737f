package org.rapporteur.letter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContent;
import org.rapporteur.call.Contact;
import org.rapporteur.call.MailAddress;
import org.rapporteur.extraction.Cause;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions to the senders of deliveries: proposed by what a delivery is held for, and sent as a person wrote them. */
@Component
public class Questions {

    private static final Set<String> WORDED = Set.of("unknown-sender", "which-country", "no-paper", "no-usable-text", "which-of-two");

    private final Outbox outbox;
    private final LetterRules rules;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;

    Questions(Outbox outbox, LetterRules rules, Deliveries deliveries, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.rules = rules;
        this.deliveries = deliveries;
        this.transaction = transaction;
    }

    /** A question as it is proposed to whoever asks it. */
    public record Proposal(Locale language, String subject, String text) {}

    /** Why its sender can't be asked, in words; empty where it can. */
    public Optional<String> whyNot(Call call, Delivery delivery) {
        if (delivery.channel() != Channel.MAIL || delivery.sender() == null) {
            return Optional.of("It did not come by mail, so that there is no mail to answer.");
        }
        if (!MailAddress.is(delivery.sender())) {
            return Optional.of("Its sender, %s, is no address that we write to; please ask by other means.".formatted(delivery.sender()));
        }
        if (delivery.authentication().isDoubtful()) {
            return Optional.of("Our mail server could not tell that it comes from %s; please ask by other means.".formatted(delivery.sender()));
        }
        return switch (rules.on(letter(call, delivery, 0, Locale.ENGLISH, "?", "?"))) {
            case Ruling.Allowed allowed -> Optional.empty();
            case Ruling.Forbidden forbidden -> Optional.of(forbidden.reason());
        };
    }

    /** The language in which its sender is written to: that of the contact, else English. */
    public Locale language(Call call, Delivery delivery) {
        return Optional.ofNullable(delivery.sender()).flatMap(call::contact).map(Contact::language).orElse(Locale.ENGLISH);
    }

    public Proposal proposal(Call call, Delivery delivery, Locale language) {
        LetterWords words = LetterWords.in(language);
        CallContent content = call.content();
        List<String> unread = deliveries.parts(delivery.id()).stream()
                .filter(part -> part.standing() == PartStanding.DOCUMENT && part.cause() != null)
                .map(part -> "- %s: %s".formatted(part.name(), words.cause(cause(part)))).toList();
        // no line ends here but where one is meant: they are broken when the letter is written
        String text = Stream.of(words.say("greeting"),
                words.say("held.arrived", words.day(delivery.arrivedAt()), delivery.subject(), content.title()),
                unread.isEmpty() ? "" : words.say("held.unread") + "\n" + String.join("\n", unread),
                words.say("question." + worded(delivery)), words.say("question.answer", delivery.id()),
                words.say("closing", content.organisation())).filter(paragraph -> !paragraph.isEmpty()).collect(Collectors.joining("\n\n"));
        return new Proposal(words.language(), words.say("question.subject", delivery.subject()), text);
    }

    /** What was asked about a delivery, in the order it was asked. */
    public List<Letter> asked(long delivery) {
        return outbox.of(delivery).stream().filter(letter -> letter.content().kind() == LetterKind.QUESTION).toList();
    }

    /**
     * Asks the sender, and lets the letter go at once: whoever wrote it has approved it.
     *
     * @param number how many questions were asked about the delivery before, and one more: of two clicks the second asks nothing
     * @return false where this question was asked already, or the rules forbid it
     */
    public boolean ask(Call call, Delivery delivery, int number, Locale language, String subject, String text, Actor actor) {
        return whyNot(call, delivery).isEmpty() && Boolean.TRUE.equals(transaction.execute(status ->
                asked(delivery.id()).size() + 1 == number && outbox.write(letter(call, delivery, number, language, subject, text))
                        .filter(letter -> outbox.approve(letter.id(), actor)).isPresent()));
    }

    private static NewLetter letter(Call call, Delivery delivery, int number, Locale language, String subject, String text) {
        LetterBody body = new LetterBody();
        for (String paragraph : text.strip().split("\\R\\s*\\R")) {
            body.say(paragraph.strip());
        }
        return new NewLetter(call.id(), LetterKind.QUESTION, "question %d about delivery %d".formatted(number, delivery.id()), delivery.id(),
                delivery.country(), delivery.sender(), language, subject, body.text(), body.html(language));
    }

    private static Cause cause(Part part) {
        return Cause.valueOf(part.cause());
    }

    private static String worded(Delivery delivery) {
        String rule = delivery.decision() == null ? "" : delivery.decision().rule();
        return switch (rule) {
            case "unknown-country" -> "unknown-sender";
            case "not-invited" -> "which-country";
            case String known when WORDED.contains(known) -> known;
            case String other -> "anything";
        };
    }
}
