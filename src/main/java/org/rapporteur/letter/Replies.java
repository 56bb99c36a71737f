package org.rapporteur.letter;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Recognises mail that answers a letter, and keeps with the letter what mail servers tell of it. */
@Component
public class Replies {

    /** letters to one address that a mail may answer without naming them */
    private static final int RECENT = 50;

    private final Letters letters;

    Replies(Letters letters) {
        this.letters = letters;
    }

    /** @param raw a message as it came */
    public Reply of(Path raw) {
        ReceivedHead head = ReceivedHead.of(raw);
        if (head.isReport()) {
            return ReturnedMail.of(raw).<Reply>flatMap(this::report).orElseGet(Reply.ToNothing::new);
        }
        return head.answers().stream().map(letters::withMessageId).flatMap(Optional::stream).findFirst().or(() -> named(head))
                .<Reply>map(letter -> head.isAutomatic() && !head.bringsFiles() ? new Reply.ByMachine(letter) : new Reply.ByPerson(letter))
                .orElseGet(Reply.ToNothing::new);
    }

    /** What a mail server told of a letter; run it in the transaction that takes its mail in. */
    public void keep(Reply.Report report) {
        if (report.lost()) {
            letters.bounced(report.letter().id(), report.why());
        }
    }

    /** Some machines answer without naming what they answer: then its subject tells, which ends in that of a letter to the same address. */
    private Optional<Letter> named(ReceivedHead head) {
        String subject = head.subject();
        return head.senders().stream().flatMap(sender -> letters.to(sender, RECENT).stream())
                .filter(letter -> subject.length() > letter.content().subject().length() && subject.endsWith(letter.content().subject())).findFirst();
    }

    private Optional<Reply> report(ReturnedMail returned) {
        return letters.withMessageId(returned.messageId())
                .map(letter -> returned.shown() ? new Reply.ByMachine(letter) : new Reply.Report(letter, returned.lost(), returned.why()));
    }
}
