package org.rapporteur.cli;

import java.io.PrintWriter;
import java.util.stream.Stream;
import org.rapporteur.coding.FaultyCall;
import org.rapporteur.submission.PlainFailure;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;

/** The one place where a command that did not work out is put into words. */
final class Failures {

    private Failures() {}

    static int tell(Exception exception, PrintWriter err) {
        for (Throwable cause : Stream.iterate((Throwable) exception, c -> c != null, Throwable::getCause).toList()) {
            if (cause instanceof Problem problem) {
                err.println(problem.getMessage());
                return problem.status();
            }
            if (cause instanceof FaultyCall faulty) {
                err.println(faulty.getMessage());
                return CommandLineApp.SOMETHING_WRONG;
            }
            if (cause instanceof PlainFailure plain) {
                err.println(plain.getMessage());
                return CommandLineApp.SOMETHING_WRONG;
            }
            if (cause instanceof PortInUseException inUse) {
                err.printf("Port %d is in use; end what listens there, or choose another with --port.%n", inUse.getPort());
                return CommandLineApp.SOMETHING_WRONG;
            }
            if (cause.getMessage() != null && cause.getMessage().contains("No space left on device")) {
                err.println("The disk of the data folder is full; make room and run the command again. Nothing that was taken in is lost.");
                return CommandLineApp.SOMETHING_WRONG;
            }
        }
        LoggerFactory.getLogger(Failures.class).error("command did not work out", exception);
        err.printf("This should not have happened: %s. Nothing that was taken in is lost; the log (log/rapporteur.log in the data "
                + "folder) tells more.%n", exception.getMessage() == null ? exception.getClass().getSimpleName() : exception.getMessage());
        return CommandLineApp.SOMETHING_WRONG;
    }
}
