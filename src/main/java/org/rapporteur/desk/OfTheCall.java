package org.rapporteur.desk;

import java.util.List;
import java.util.Set;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.WorkItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Deliveries and parts of the current call; what is of another one is answered as what is not there. */
@Component
class OfTheCall {

    private final Calls calls;
    private final Deliveries deliveries;
    private final WorkItems work;

    OfTheCall(Calls calls, Deliveries deliveries, WorkItems work) {
        this.calls = calls;
        this.deliveries = deliveries;
        this.work = work;
    }

    Call call() {
        return calls.current();
    }

    List<Delivery> all() {
        return deliveries.of(call().id());
    }

    /** Which of these deliveries wait for a person, and are not being read again just now. */
    Set<Long> waiting(List<Delivery> held) {
        return work.held(held.stream().map(Delivery::id).toList());
    }

    Delivery delivery(long id) {
        return deliveries.find(call().id(), id).orElseThrow(OfTheCall::missing);
    }

    /** The parts of a delivery, the outermost first. */
    List<Part> parts(long delivery) {
        return deliveries.parts(delivery(delivery).id());
    }

    Part part(long delivery, long id) {
        return parts(delivery).stream().filter(part -> part.id() == id).findFirst().orElseThrow(OfTheCall::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
