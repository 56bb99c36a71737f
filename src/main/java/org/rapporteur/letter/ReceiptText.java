package org.rapporteur.letter;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContent;
import org.rapporteur.call.Correspondence;
import org.rapporteur.call.GuidelineQuestion;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Revision;

/** Words an answer to a government: courteous, nothing that is not known, and always what can be done. */
final class ReceiptText {

    private final LetterWords words;
    private final CallContent call;
    private final Delivery delivery;

    ReceiptText(Call call, Delivery delivery, Locale language) {
        this.words = LetterWords.in(language);
        this.call = call.content();
        this.delivery = delivery;
    }

    /** The paper can be found now. */
    Composed accepted(ReceiptFacts facts) {
        Revision revision = facts.revision().orElseThrow();
        boolean confirmed = !call.correspondence().confirmNotFound();
        LetterBody plain = accepted(facts, revision, confirmed);
        return letter("accepted.subject", plain, confirmed || facts.notFound().isEmpty() ? null : accepted(facts, revision, true),
                revision.submission().number(), revision.ordinal());
    }

    /** It waits for a person. */
    Composed held(ReceiptFacts facts) {
        LetterBody body = greeted().say(words.say("held.arrived", day(), delivery.subject(), call.title()));
        if (facts.read().isEmpty() && facts.unread().isEmpty()) {
            body.say(words.say("held.nothing"));
        }
        body.list(words.say("held.unread"), facts.unread().stream()
                .map(one -> words.say("unread.line", one.name(), words.cause(one.cause()), one.original().hex())).toList());
        body.list(words.say("held.read"), facts.read().stream().map(this::line).toList());
        return letter("held.subject", closed(body.say(words.say("held.next"))), null, delivery.subject());
    }

    /** Everything in it had come before. */
    Composed duplicate() {
        return letter("duplicate.subject", closed(greeted().say(words.say("duplicate.arrived", day(), delivery.subject()))
                .say(words.say("duplicate.next"))), null, delivery.subject());
    }

    /** To somebody whom nobody knows: that it arrived, and nothing about what it was or whose. */
    Composed notice() {
        return letter("notice.subject", closed(greeted().say(words.say("notice.arrived", day(), call.title()))), null, call.title());
    }

    /** Reading takes a while. */
    Composed acknowledgement() {
        return letter("acknowledgement.subject", closed(greeted().say(words.say("acknowledgement.arrived", day(), delivery.subject()))),
                null, delivery.subject());
    }

    private LetterBody accepted(ReceiptFacts facts, Revision revision, boolean withNotFound) {
        LetterBody body = greeted().say(words.say("accepted.arrived", day(), call.title(), revision.submission().number().value(),
                revision.ordinal()));
        if (delivery.late() && call.papersDue() != null) {
            body.say(words.say("accepted.late", words.day(call.papersDue())));
        }
        body.list(words.say("accepted.read", facts.read().size()), facts.read().stream().map(this::line).toList());
        body.list(words.say("accepted.kept"), facts.kept());
        body.list(words.say("accepted.found"), texts(facts.found()));
        if (withNotFound) {
            body.list(words.say("accepted.not-found"), texts(facts.notFound()));
            if (!facts.notFound().isEmpty()) {
                body.say(words.say("accepted.elsewhere"));
            }
        }
        return closed(body.say(words.say("accepted.new-version", revision.submission().number().value())));
    }

    private LetterBody greeted() {
        return new LetterBody().say(words.say("greeting"));
    }

    private LetterBody closed(LetterBody body) {
        Correspondence.Enquiries enquiries = call.correspondence().enquiries();
        if (enquiries != null) {
            body.say(words.say("enquiries", enquiries.name(), enquiries.address()));
        }
        return body.say(words.say("closing", call.organisation())).say(words.say("machine", delivery.id()));
    }

    private String line(ReceiptFacts.Read one) {
        String language = words.language(one.language());
        String name = one.inPlaceOf() == null ? one.name() : words.say("read.in-place", one.name(), one.inPlaceOf());
        return words.say("read.line", name, words.type(one.mediaType()), one.pages() == null ? 0 : one.pages(), one.words(),
                language.isEmpty() ? "" : ", " + language, one.original().hex());
    }

    private List<String> texts(List<GuidelineQuestion> questions) {
        return questions.stream().map(question -> question.in(words.language())).toList();
    }

    private String day() {
        return words.day(delivery.arrivedAt());
    }

    private Composed letter(String subject, LetterBody body, @Nullable LetterBody choice, Object... values) {
        return new Composed(words.language(), words.say(subject, values), body, choice);
    }
}
