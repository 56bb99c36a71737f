package org.rapporteur.letter;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Recognises mail that answers a letter, and keeps with the letter what mail servers tell of it. */
@Component
public class Replies {

    private final Letters letters;

    Replies(Letters letters) {
        this.letters = letters;
    }

    /** @param raw a message as it came */
    public Reply of(Path raw) {
        ReceivedHead head = ReceivedHead.of(raw);
        if (head.isReport()) {
            return ReturnedMail.of(raw).flatMap(this::report).orElseGet(Reply.ToNothing::new);
        }
        return head.answers().stream().map(letters::withMessageId).flatMap(Optional::stream).findFirst()
                .<Reply>map(letter -> head.isAutomatic() && !head.bringsFiles() ? new Reply.ByMachine(letter) : new Reply.ByPerson(letter))
                .orElseGet(Reply.ToNothing::new);
    }

    /** What a mail server told of a letter; run it in the transaction that takes its mail in. */
    public void keep(Reply.Report report) {
        if (report.lost()) {
            letters.bounced(report.letter().id(), report.why());
        }
    }

    private Optional<Reply> report(ReturnedMail returned) {
        return letters.withMessageId(returned.messageId()).map(letter -> new Reply.Report(letter, returned.lost(), returned.why()));
    }
}
