package org.rapporteur.desk;

import java.util.List;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Part;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Deliveries and parts of the current call; what is of another one is answered as what is not there. */
@Component
class OfTheCall {

    private final Calls calls;
    private final Deliveries deliveries;

    OfTheCall(Calls calls, Deliveries deliveries) {
        this.calls = calls;
        this.deliveries = deliveries;
    }

    Call call() {
        return calls.current();
    }

    List<Delivery> all() {
        return deliveries.of(call().id());
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
