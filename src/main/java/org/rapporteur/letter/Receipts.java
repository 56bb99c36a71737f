package org.rapporteur.letter;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.call.Contact;
import org.rapporteur.call.LetterSwitch;
import org.rapporteur.call.MailAddress;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Authentication;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryDecided;
import org.rapporteur.submission.DeliveryKind;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Answers whoever sent something: when it waits for a person, when it had come before, and when its paper can be found. Every letter is
 * written in the transaction of what it reports. Of each outcome of a delivery one is written, however often it comes about; of being held, one
 * for each thing there is to say.
 */
@Component
public class Receipts {

    private static final Set<LetterState> UNSENT = Set.of(LetterState.WAITS_FOR_APPROVAL, LetterState.TO_SEND, LetterState.HELD);

    private final Calls calls;
    private final Deliveries deliveries;
    private final ReceiptReading reading;
    private final Outbox outbox;
    private final WorkItems work;
    private final Clock clock;

    Receipts(Calls calls, Deliveries deliveries, ReceiptReading reading, Outbox outbox, WorkItems work, Clock clock) {
        this.calls = calls;
        this.deliveries = deliveries;
        this.reading = reading;
        this.outbox = outbox;
        this.work = work;
        this.clock = clock;
    }

    @EventListener
    void decided(DeliveryDecided event) {
        switch (event.decision().outcome()) {
            case HELD -> answer(event.delivery().id());
            case DUPLICATE -> {
                if (!isCopy(event.delivery(), event.decision())) {
                    answer(event.delivery().id());
                }
            }
            case REFUSED -> withdrawUnsent(event.delivery().id());
            case ACCEPTED, IGNORED -> { }
        }
    }

    /** Whether a mail came twice only because the mail server holds it twice: its sender sent one, and was answered. */
    private boolean isCopy(Delivery delivery, Delivery.Decided decision) {
        return delivery.channel() == Channel.MAIL && decision.rule().equals("same-bytes") && decision.duplicateOf() != null
                && deliveries.get(decision.duplicateOf()).channel() == Channel.MAIL;
    }

    /** The paper that a delivery brought can be found now. */
    public void indexed(long id) {
        // files, which are many, have nobody to answer
        if (deliveries.get(id).channel() != Channel.FOLDER) {
            withdrawUnsent(id);
            answer(id);
        }
    }

    /**
     * The paper that deliveries brought is another country's now: what was not sent yet is overtaken, and whoever sent the paper in force is
     * told its number.
     *
     * @param brought the deliveries, the one in force last
     * @param how words for the occasion, of which each is answered once
     */
    public void moved(List<Long> brought, CountryCode country, String how) {
        brought.forEach(delivery -> {
            withdrawUnsent(delivery);
            outbox.follow(delivery, country);
        });
        Delivery delivery = deliveries.get(brought.getLast());
        Call call = calls.get(delivery.call());
        // one that can't be found yet is answered when it can, as a paper of the right country
        if (delivery.channel() != Channel.FOLDER && work.stand(WorkKind.DELIVERY, delivery.id()).filter(Stage.INDEXED::equals).isPresent()
                && delivery.outcome() == DeliveryOutcome.ACCEPTED
                && call.content().correspondence().letters() != LetterSwitch.OFF) {
            addressee(call, delivery).filter(Addressee::known).ifPresent(to -> write(LetterKind.RECEIPT, delivery, to,
                    "receipt of delivery %d, %s".formatted(delivery.id(), how),
                    text(call, delivery, to).accepted(reading.of(call, delivery))));
        }
    }

    /** It has been here for a while and nobody knows yet what it is. */
    void acknowledge(Delivery delivery) {
        Call call = calls.get(delivery.call());
        if (call.content().correspondence().letters() == LetterSwitch.OFF) {
            return;
        }
        addressee(call, delivery).filter(Addressee::known).ifPresent(to -> write(LetterKind.ACKNOWLEDGEMENT, delivery, to,
                "acknowledgement of delivery %d".formatted(delivery.id()), text(call, delivery, to).acknowledgement()));
    }

    /** @param known whether it stands for a country, so that it may be told what was read */
    private record Addressee(String address, Locale language, boolean known) {}

    private void answer(long id) {
        Delivery delivery = deliveries.get(id);
        Call call = calls.get(delivery.call());
        if (delivery.channel() == Channel.FOLDER || delivery.outcome() == null
                || call.content().correspondence().letters() == LetterSwitch.OFF) {
            return;
        }
        addressee(call, delivery).ifPresent(to -> answer(call, delivery, to));
    }

    private void answer(Call call, Delivery delivery, Addressee to) {
        if (!to.known()) {
            write(LetterKind.NOTICE, delivery, to, "notice to %s in %s".formatted(to.address(), week()), text(call, delivery, to).notice());
            return;
        }
        ReceiptFacts facts = reading.of(call, delivery);
        Composed letter = composed(text(call, delivery, to), delivery, facts);
        String occasion = "receipt of delivery %d, %s".formatted(delivery.id(), delivery.outcome().name().toLowerCase(Locale.ROOT));
        if (delivery.outcome() == DeliveryOutcome.HELD && facts.read().isEmpty() && facts.unread().isEmpty()) {
            // a machine that answers every letter with a new mail must not be answered for ever; what people reply, people read
            if (delivery.kind() == DeliveryKind.REPLY) {
                return;
            }
            occasion = "nothing found in mail of %s in %s".formatted(to.address(), week());
        } else if (delivery.outcome() == DeliveryOutcome.HELD) {
            heldAgain(delivery, to, occasion, letter);
            return;
        }
        write(LetterKind.RECEIPT, delivery, to, occasion, letter);
    }

    /** What was to be told of being held before is overtaken where there is something else to tell. */
    private void heldAgain(Delivery delivery, Addressee to, String occasion, Composed letter) {
        List<Letter> before = outbox.of(delivery.id()).stream().filter(other -> other.content().occasion().startsWith(occasion)).toList();
        if (before.stream().noneMatch(other -> other.state() != LetterState.WITHDRAWN && other.content().text().equals(letter.body().text()))) {
            before.stream().filter(other -> UNSENT.contains(other.state())).forEach(other -> outbox.withdraw(other.id(), Actor.MACHINE));
            write(LetterKind.RECEIPT, delivery, to, before.isEmpty() ? occasion : "%s, no. %d".formatted(occasion, before.size() + 1), letter);
        }
    }

    private static Composed composed(ReceiptText text, Delivery delivery, ReceiptFacts facts) {
        return switch (delivery.outcome()) {
            case ACCEPTED -> text.accepted(facts);
            case DUPLICATE -> text.duplicate();
            case HELD -> text.held(facts);
            case REFUSED, IGNORED -> throw new IllegalStateException("a delivery that is %s is not answered".formatted(delivery.outcome()));
        };
    }

    private void write(LetterKind kind, Delivery delivery, Addressee to, String occasion, Composed letter) {
        outbox.write(new NewLetter(delivery.call(), kind, occasion, delivery.id(), delivery.country(), to.address(), letter.language(),
                letter.subject(), letter.body().text(), letter.body().html(letter.language()), choice(letter)));
    }

    private static NewLetter.@Nullable Choice choice(Composed letter) {
        return letter.choice() == null ? null : new NewLetter.Choice(letter.choice().text(), letter.choice().html(letter.language()));
    }

    private Optional<Addressee> addressee(Call call, Delivery delivery) {
        if (delivery.channel() == Channel.UPLOAD) {
            return Optional.ofNullable(delivery.country()).flatMap(call::contactOf)
                    .map(contact -> new Addressee(contact.address(), contact.language(), true));
        }
        return Optional.ofNullable(delivery.sender()).filter(MailAddress::is).map(sender -> {
            Optional<Contact> contact = call.contactsWith(sender).stream().findFirst();
            Locale language = contact.map(Contact::language)
                    .or(() -> Optional.ofNullable(delivery.country()).flatMap(call::contactOf).map(Contact::language))
                    .orElse(call.content().languages().getFirst());
            return new Addressee(sender, language, contact.isPresent() || delivery.authentication() == Authentication.VOUCHED);
        });
    }

    /** What was to be told before is overtaken. */
    private void withdrawUnsent(long delivery) {
        outbox.of(delivery).stream().filter(letter -> UNSENT.contains(letter.state()) && letter.content().kind() != LetterKind.QUESTION)
                .forEach(letter -> outbox.withdraw(letter.id(), Actor.MACHINE));
    }

    private static ReceiptText text(Call call, Delivery delivery, Addressee to) {
        return new ReceiptText(call, delivery, to.language());
    }

    /** Such as 2004-W20. */
    private String week() {
        var today = clock.instant().atZone(ZoneOffset.UTC);
        return "%d-W%02d".formatted(today.get(IsoFields.WEEK_BASED_YEAR), today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
