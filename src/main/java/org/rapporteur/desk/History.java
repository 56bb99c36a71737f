package org.rapporteur.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;

/**
 * What was done to a delivery, in words.
 *
 * @param when it was done
 * @param by who did it
 * @param act what was done
 * @param detail more about it; may be empty
 */
record History(String when, String by, String act, String detail) {

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("delivery-identified", "country found"),
            Map.entry("delivery-assigned", "accepted for a country"), Map.entry("sender-vouched-for", "sender vouched for"),
            Map.entry("delivery-held", "held"), Map.entry("delivery-accepted", "accepted"), Map.entry("delivery-duplicate", "brings nothing new"),
            Map.entry("delivery-refused", "refused"), Map.entry("refusal-taken-back", "refusal taken back"),
            Map.entry("delivery-ignored", "left aside"), Map.entry("delivery-tried-again", "tried again"),
            Map.entry("delivery-placed", "treated as"), Map.entry("part-left-out", "part left out"),
            Map.entry("transcription-attached", "transcription attached"), Map.entry("better-file-attached", "better file attached"),
            Map.entry("part-taken-in-again", "part taken in again"));

    static List<History> of(List<AuditEntry> entries) {
        return entries.stream().map(entry -> new History(Moments.shown(entry.at()),
                entry.actor().equals(Actor.MACHINE) ? "Rapporteur" : entry.actor().name(),
                WORDS.getOrDefault(entry.act(), entry.act().toLowerCase(Locale.ROOT).replace('-', ' ')), detail(entry))).toList();
    }

    /** The outcomes are kept with the rule before the reason: a short key that says nothing to a reader. */
    private static String detail(AuditEntry entry) {
        return entry.actor().equals(Actor.MACHINE) && entry.act().startsWith("delivery-") ? entry.detail().replaceFirst("^[a-z-]+: ", "")
                : entry.detail();
    }
}
