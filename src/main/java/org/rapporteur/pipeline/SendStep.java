package org.rapporteur.pipeline;

import java.time.Duration;
import java.util.List;
import org.rapporteur.letter.Dispatch;
import org.rapporteur.letter.Dispatched;
import org.rapporteur.letter.Letters;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItem;
import org.rapporteur.submission.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the letters that stand to be sent, one by one, and writes down what became of each. */
@Component("sending-step")
public class SendStep {

    private static final Logger LOG = LoggerFactory.getLogger(SendStep.class);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);
    /** a mail server may be away for a night: with these delays about 18 hours */
    private static final int MOST_ATTEMPTS = 30;

    private final WorkItems work;
    private final Owner owner;
    private final Letters letters;
    private final Dispatch dispatch;
    private final TransactionTemplate transaction;

    SendStep(WorkItems work, Owner owner, Letters letters, Dispatch dispatch, TransactionTemplate transaction) {
        this.work = work;
        this.owner = owner;
        this.letters = letters;
        this.dispatch = dispatch;
        this.transaction = transaction;
    }

    public void sendAll() {
        for (List<WorkItem> items = owner.claim(Stage.TO_SEND, 1); !items.isEmpty(); items = owner.claim(Stage.TO_SEND, 1)) {
            send(items.getFirst());
        }
    }

    private void send(WorkItem item) {
        try {
            Dispatched dispatched = dispatched(item);
            transaction.executeWithoutResult(status -> end(item, dispatched));
            LOG.info("letter {}: {}", item.subject(), dispatched.getClass().getSimpleName());
        } finally {
            owner.letGo(item);
        }
    }

    /** A letter that the program can't make a mail of is a fault of the program: the others must not wait for it. */
    private Dispatched dispatched(WorkItem item) {
        try {
            return dispatch.send(item.subject());
        } catch (DataAccessException machine) {
            throw machine;
        } catch (RuntimeException bug) {
            LOG.error("letter {} can't be made a mail of", item.subject(), bug);
            return new Dispatched.Later("No mail could be made of it (%s).".formatted(bug.getClass().getSimpleName()));
        }
    }

    private void end(WorkItem item, Dispatched dispatched) {
        switch (dispatched) {
            case Dispatched.Taken taken -> {
                if (work.advance(item, Stage.SENT)) {
                    letters.sent(item.subject());
                }
            }
            case Dispatched.NotWanted unwanted -> work.advance(item, Stage.SENT);
            case Dispatched.NotToday notToday -> work.postpone(item, notToday.left());
            case Dispatched.Later later when item.attempts() + 1 < MOST_ATTEMPTS -> {
                if (work.retryAfter(item, delay(item.attempts()))) {
                    letters.delayed(item.subject(), later.why());
                }
            }
            case Dispatched.Later later -> hold(item, "It could not be sent %d times. %s".formatted(MOST_ATTEMPTS, later.why()));
            case Dispatched.Never never -> hold(item, never.why());
        }
    }

    private void hold(WorkItem item, String why) {
        if (work.hold(item)) {
            letters.held(item.subject(), why);
        }
    }

    private static Duration delay(int attempts) {
        Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(attempts, 20));
        return doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
    }
}
