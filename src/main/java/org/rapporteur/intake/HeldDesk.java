package org.rapporteur.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.call.Contact;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Refusals;
import org.rapporteur.submission.Submissions;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.stereotype.Component;

/** What the secretariat does with a whole delivery that is held. What follows is decided by the stages, as for every other delivery. */
@Component
public class HeldDesk {

    private static final int LONGEST_REASON = 1000;

    private final Waiting waiting;
    private final Deliveries deliveries;
    private final Refusals refusals;
    private final Submissions submissions;
    private final Release release;

    HeldDesk(Waiting waiting, Deliveries deliveries, Refusals refusals, Submissions submissions, Release release) {
        this.waiting = waiting;
        this.deliveries = deliveries;
        this.refusals = refusals;
        this.submissions = submissions;
        this.release = release;
    }

    /**
     * Accepts a delivery for a country: its sender is vouched for, and it goes on as a paper of that country.
     *
     * @param contact the sender as a contact of the country; null where it is not to become one
     */
    public Answer accept(Call call, long delivery, CountryCode country, @Nullable Contact contact, Actor actor) {
        return waiting.on(delivery, held -> {
            if (!call.invites(country)) {
                return new Answer.Unchanged("%s is not invited to %s; please add it to the call first.".formatted(name(country), call.code()));
            }
            if (isAccepted(call, held)) {
                return new Answer.Unchanged("Its paper is accepted already; what failed came after. Please try it again.");
            }
            if (held.sender() != null) {
                deliveries.vouch(delivery, actor);
            }
            deliveries.assign(delivery, country, actor);
            release.forCountry(held, country, contact, actor);
            return new Answer.Done("It goes on as a paper of %s%s.".formatted(Countries.inSentence(country, Locale.ENGLISH),
                    contact == null ? "" : ", and %s may submit for it from now on".formatted(contact.address())));
        });
    }

    /** Lets the stages try again what they stopped at: what was missing may be there now. */
    public Answer tryAgain(long delivery, Actor actor) {
        return waiting.on(delivery, held -> {
            release.again(held, actor);
            return new Answer.Done("It is being tried again.");
        });
    }

    /** @param reason for those who run the call; 1 to 1,000 characters */
    public Answer refuse(Call call, long delivery, String reason, Actor actor) {
        String stripped = reason.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_REASON) {
            return new Answer.Unchanged("Nothing was changed: please give a reason of at most %d characters, for whoever looks here next."
                    .formatted(LONGEST_REASON));
        }
        return waiting.on(delivery, held -> isAccepted(call, held)
                ? new Answer.Unchanged("Nothing was changed: its paper is accepted already; only what came after is held. Please try it again.")
                : refusals.refuse(call.id(), delivery, stripped, actor)
                        ? new Answer.Done("It is refused, and nobody was written to. You can take that back.")
                        : new Answer.Unchanged("Nothing was changed: it is no longer held."));
    }

    public Answer takeBack(Call call, long delivery, Actor actor) {
        return refusals.takeBack(call.id(), delivery, actor) ? new Answer.Done("It is held again, as it was before.")
                : new Answer.Unchanged("Nothing was changed: it is not refused by a person any more.");
    }

    private boolean isAccepted(Call call, Delivery delivery) {
        return submissions.broughtBy(call.id(), delivery.id()).isPresent();
    }

    private static String name(CountryCode country) {
        return Countries.name(country, Locale.ENGLISH);
    }

    /** Puts what is held back to work. */
    @Component
    static class Release {

        private final WorkItems work;
        private final Calls calls;
        private final AuditTrail audit;

        Release(WorkItems work, Calls calls, AuditTrail audit) {
            this.work = work;
            this.calls = calls;
            this.audit = audit;
        }

        void forCountry(Delivery held, CountryCode country, @Nullable Contact contact, Actor actor) {
            if (contact != null) {
                calls.addContact(held.call(), contact, actor);
            }
            work.changeLane(held.id(), country.value());
            work.release(WorkKind.DELIVERY, held.id(), null);
        }

        void again(Delivery held, Actor actor) {
            audit.add(actor, "delivery-tried-again", "delivery " + held.id(), "", held.call());
            work.release(WorkKind.DELIVERY, held.id(), null);
        }
    }
}
