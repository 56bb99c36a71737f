package org.rapporteur.report;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What writing a report needs to know of its surroundings.
 *
 * @param deskAddress where readers reach the desk, {@code http} or {@code https}; slashes at its end are dropped
 * @param workFolder for temporary files, made when missing; what a report puts there is gone when it is written
 * @param libreOffice the program that lays pages out; without it the contents carry no page numbers
 */
public record ReportSettings(URI deskAddress, Path workFolder, Optional<Path> libreOffice) {

    public ReportSettings {
        String address = deskAddress.toString();
        if (!address.matches("https?://[^/\\s]+.*")) {
            throw new IllegalArgumentException(
                    "the desk address is a web address such as http://127.0.0.1:8080, not '" + address + "'");
        }
        deskAddress = URI.create(address.replaceFirst("/+$", ""));
    }

    /** The page of the desk that shows a passage in its paper. */
    URI passage(long id) {
        return URI.create(deskAddress + "/passages/" + id);
    }
}
