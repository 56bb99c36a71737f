package org.rapporteur.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.country.CountryCode;

/**
 * A secret address at which a country may hand in papers.
 *
 * @param id its key in the database
 * @param call the key of the call
 * @param country whose papers come in there
 * @param madeBy who made it
 * @param madeAt when
 * @param expiresAt from when on it opens no more
 * @param revokedAt when a person shut it; null where nobody did
 */
public record UploadLink(long id, long call, CountryCode country, Actor madeBy, Instant madeAt, Instant expiresAt, @Nullable Instant revokedAt) {

    public boolean isOpen(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
