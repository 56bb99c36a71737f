package org.rapporteur.pipeline;

import java.util.Optional;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.intake.Mentions;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryKind;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItem;
import org.rapporteur.submission.WorkItems;
import org.springframework.stereotype.Component;

/** Reads every part of a delivery, and the parts inside them. */
@Component
class ExtractStep implements StageStep {

    private final Deliveries deliveries;
    private final Extractions extractions;
    private final Unpacking unpacking;
    private final Mentions mentions;
    private final WorkItems work;

    ExtractStep(Deliveries deliveries, Extractions extractions, Unpacking unpacking, Mentions mentions, WorkItems work) {
        this.deliveries = deliveries;
        this.extractions = extractions;
        this.unpacking = unpacking;
        this.mentions = mentions;
        this.work = work;
    }

    @Override
    public StageOutcome run(WorkItem item) {
        Delivery delivery = deliveries.get(item.subject());
        Part whole = deliveries.parts(delivery.id()).getFirst();
        Unpacking.Tree tree = unpacking.open(whole, delivery.kind() != DeliveryKind.REPLY);
        return new StageOutcome.Done(Stage.EXTRACTED, () -> write(item, delivery, tree));
    }

    private void write(WorkItem item, Delivery delivery, Unpacking.Tree tree) {
        identify(item, delivery, tree);
        StoredParts stored = new StoredParts(deliveries.parts(delivery.id()));
        for (Unpacking.Found found : tree.parts()) {
            Long parent = stored.id(found.parent());
            long id = stored.take(found, parent)
                    .orElseGet(() -> deliveries.addPart(item.call(), found.part(delivery.id(), parent, stored.free(found.ordinal()))));
            stored.is(found, id);
            deliveries.describePart(id, found.mediaType(), found.standing(), found.cause());
            if (found.text() != null) {
                extractions.add(item.call(), id, found.text());
            }
        }
        stored.left().forEach(part -> deliveries.describePart(part.id(), part.mediaType(), PartStanding.LEFT_OUT, null));
    }

    /**
     * A mail that came as a file says who sent it only when it is opened. Of one that came by mail the sender is known, or nobody is: whom
     * the gateway vouched for is not put aside for what a reader finds.
     */
    private void identify(WorkItem item, Delivery delivery, Unpacking.Tree tree) {
        String sender = delivery.channel() == Channel.MAIL ? delivery.sender() : tree.sender();
        if (sender == null || delivery.sender() != null && delivery.country() != null) {
            return;
        }
        String subject = tree.subject() == null ? delivery.subject() : tree.subject();
        Optional<CountryCode> country = Optional.ofNullable(delivery.country())
                .or(() -> mentions.country(item.call(), sender, subject, delivery.original()));
        deliveries.identify(delivery.id(), sender, subject, country.orElse(null));
        country.ifPresent(known -> work.changeLane(item, known.value()));
    }
}
