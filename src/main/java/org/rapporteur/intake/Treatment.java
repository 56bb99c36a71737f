package org.rapporteur.intake;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Omissions;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Placement;
import org.rapporteur.submission.Placements;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.Submissions;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.stereotype.Component;

/** What the secretariat says a held delivery is, and which of its parts count. It is kept apart, and every stage asks for it. */
@Component
public class Treatment {

    private final Waiting waiting;
    private final Says says;
    private final Deliveries deliveries;
    private final Submissions submissions;
    private final WorkItems work;

    Treatment(Waiting waiting, Says says, Deliveries deliveries, Submissions submissions, WorkItems work) {
        this.waiting = waiting;
        this.says = says;
        this.deliveries = deliveries;
        this.submissions = submissions;
        this.work = work;
    }

    /** The stores of what people say. */
    @Component
    record Says(Placements placements, Omissions omissions) {}

    /** Takes a delivery of a known country as a revision, language version or annex of one of its papers, or as another paper. */
    public Answer treatAs(Call call, long delivery, Placement placement, Actor actor) {
        return waiting.on(delivery, held -> {
            if (held.country() == null || !fits(call, held, placement)) {
                return new Answer.Unchanged("Nothing was changed: please say first for which country it is accepted, and choose one of its papers.");
            }
            says.placements().place(call.id(), delivery, placement, actor);
            return goesOn(delivery, null, "It goes on as you said.");
        });
    }

    /** Goes on without a part; what was left out stays here. */
    public Answer leaveOut(Call call, long delivery, long part, Actor actor) {
        return onPart(delivery, part, Treatment::canBeLeftOut, found -> says.omissions().leaveOut(call.id(), found, actor),
                "It goes on without %s.");
    }

    /** Takes a part in again that was left out. */
    public Answer takeIn(Call call, long delivery, long part, Actor actor) {
        return onPart(delivery, part, found -> true, found -> says.omissions().takeIn(call.id(), found, actor),
                "%s counts again.");
    }

    /** Whether a delivery can do without a part: one that counts and was sent inside something else. */
    public static boolean canBeLeftOut(Part part) {
        return part.standing() == PartStanding.DOCUMENT && part.parent() != null;
    }

    private Answer onPart(long delivery, long part, Predicate<Part> fits, Predicate<Part> act, String sentence) {
        return waiting.on(delivery, held -> {
            Optional<Part> found = deliveries.parts(delivery).stream().filter(one -> one.id() == part).findFirst().filter(fits);
            return found.filter(act).isEmpty() ? new Answer.Unchanged("Nothing was changed: the part stands there as you wanted already, or can't be left out.")
                    : goesOn(delivery, Stage.RECEIVED, sentence.formatted(found.get().name()));
        });
    }

    private boolean fits(Call call, Delivery held, Placement placement) {
        return placement.revises().isEmpty() || submissions.revisions(call.id(), held.country()).stream()
                .anyMatch(revision -> revision.submission().id() == placement.submission());
    }

    private Answer goesOn(long delivery, @Nullable Stage from, String sentence) {
        work.release(WorkKind.DELIVERY, delivery, from);
        return new Answer.Done(sentence);
    }
}
