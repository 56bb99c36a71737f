package org.rapporteur.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Identities of what is exchanged: made from what a thing is, so that a second export gives the same, and read in every form. */
final class Guids {

    private Guids() {}

    /** @param identity what makes the thing that it is, the call first: {@code "MCH-2004", "code", "awards"} */
    static String of(String... identity) {
        return UUID.nameUUIDFromBytes(("rapporteur\u001F" + String.join("\u001F", identity)).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Without braces and in lower case, as the standard lets programs write both. */
    static String plain(String guid) {
        return guid.strip().replaceFirst("^\\{(.*)\\}$", "$1").toLowerCase(Locale.ROOT);
    }
}
