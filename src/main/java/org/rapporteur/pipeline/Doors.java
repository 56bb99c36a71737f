package org.rapporteur.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Intake;
import org.rapporteur.intake.Places;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The doors of the house as the routes know them: each hands what came, as it stands, to the intake. */
@Component("doors")
public class Doors {

    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private final Intake intake;
    private final Calls calls;

    Doors(Intake intake, Calls calls) {
        this.intake = intake;
        this.calls = calls;
    }

    /** @param place path below the inbox; its first folder with the name of a country says whose paper it is */
    public void file(String file, String place) {
        Optional<CountryCode> country = Places.country(place);
        LOG.info("delivery {} by folder", intake.file(calls.current(), Path.of(file), place.replace('\\', '/'), country).id());
    }

    /** Nothing is marked or moved, so that it is tried again; what went wrong is said once a try. */
    public void couldNotTake(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        LOG.error("{} could not go on and tries again: {}", exchange.getFromRouteId(), cause.getMessage(), cause);
    }
}
