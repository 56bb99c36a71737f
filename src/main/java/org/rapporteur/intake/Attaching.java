package org.rapporteur.intake;

import java.io.IOException;
import java.util.List;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.StandIn;
import org.rapporteur.submission.StandIns;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.stereotype.Component;

/** Attaches a transcription or a better file to a part of a held delivery: it is kept as an original, and read in the place of the part. */
@Component
public class Attaching {

    private final Waiting waiting;
    private final StandIns standIns;
    private final Originals originals;
    private final Deliveries deliveries;
    private final WorkItems work;

    Attaching(Waiting waiting, StandIns standIns, Originals originals, Deliveries deliveries, WorkItems work) {
        this.waiting = waiting;
        this.standIns = standIns;
        this.originals = originals;
        this.deliveries = deliveries;
        this.work = work;
    }

    /**
     * @param part key of a part of the delivery
     * @param name of the file, as its owner calls it
     * @param bytes of the file
     * @throws IOException where the file breaks off on its way: then nothing is kept
     */
    public Answer attach(Call call, long delivery, long part, StandIn.Kind kind, String name, Originals.Source<IOException> bytes,
            Actor actor) throws IOException {
        Sha256 original = originals.keep(bytes);
        return waiting.on(delivery, held -> {
            List<Part> parts = deliveries.parts(delivery);
            Part found = parts.stream().filter(one -> one.id() == part).findFirst().orElse(null);
            if (found == null || !canBeStoodFor(found, parts, standIns)) {
                return new Answer.Unchanged("Nothing was changed: no file can stand in the place of this part.");
            }
            if (original.equals(found.original())) {
                return new Answer.Unchanged("Nothing was changed: it is the same file as the one it would stand for.");
            }
            standIns.attach(call.id(), found, kind, FileNames.harmless(name), original, actor);
            work.release(WorkKind.DELIVERY, delivery, Stage.RECEIVED);
            return new Answer.Done("%s is read in the place of %s.".formatted(FileNames.harmless(name), found.name()));
        });
    }

    /** A file stands for what was sent, and neither for an envelope around it nor for another file that stands for something. */
    private static boolean canBeStoodFor(Part part, List<Part> parts, StandIns standIns) {
        return part.standing() != PartStanding.ENVELOPE && !standIns.among(parts).containsKey(part.id());
    }
}
