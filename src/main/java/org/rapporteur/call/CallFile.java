package org.rapporteur.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A call as it stands in its files.
 *
 * @param content what {@code yaml} says
 * @param yaml the text of {@code call.yaml}
 * @param codebook the text of {@code codebook.yaml}
 */
public record CallFile(CallContent content, String yaml, String codebook) {

    /** Of both texts; two files with the same hash are the same revision. */
    String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(yaml.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(codebook.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
