package org.rapporteur.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapporteur.coding.CodeId;
import org.rapporteur.country.CountryCode;

/**
 * Chooses the quotations of one chapter: at most two under a code, each passage and each wording once in the whole draft, countries
 * heard in turn, and none with more than 15 % of the chapter's quotations (or more than one, where there are few).
 */
final class QuotationChoice {

    private static final double LARGEST_SHARE = 0.15;
    private static final int FOR_A_CODE = 2;

    private final Wordings used;

    /** @param used what earlier chapters have quoted; grows with what this one chooses */
    QuotationChoice(Wordings used) {
        this.used = used;
    }

    /** The quotations under each of the codes; codes without any are missing. */
    Map<CodeId, List<Quoted>> choose(Map<CodeId, List<Excerpt>> excerpts) {
        Map<CodeId, List<Quoted>> candidates = new LinkedHashMap<>();
        excerpts.forEach((code, under) -> candidates.put(code, under.stream().flatMap(excerpt -> Quoted.from(excerpt).stream()).toList()));
        int most = FOR_A_CODE * candidates.size();
        Turns turns = new Turns(candidates, new Wordings(used), most);
        while (most > 1 && most > LARGEST_SHARE * turns.size()) {
            turns = new Turns(candidates, new Wordings(used), --most);
        }
        turns.chosen.values().forEach(under -> under.forEach(used::add));
        return turns.chosen;
    }

    /** The choice when no country may be heard more often than {@code most} times. */
    private static final class Turns {

        private final Map<CodeId, List<Quoted>> candidates;
        private final Wordings used;
        private final int most;
        private final Map<CountryCode, Integer> heard = new HashMap<>();
        private final Map<CodeId, List<Quoted>> chosen = new LinkedHashMap<>();

        Turns(Map<CodeId, List<Quoted>> candidates, Wordings used, int most) {
            this.candidates = candidates;
            this.used = used;
            this.most = most;
            for (int turn = 0; turn < FOR_A_CODE; turn++) {
                candidates.keySet().forEach(code -> leastHeard(code).ifPresent(quoted -> take(code, quoted)));
            }
        }

        int size() {
            return chosen.values().stream().mapToInt(List::size).sum();
        }

        /** The best one of a country that was heard least, and not under this code. */
        private Optional<Quoted> leastHeard(CodeId code) {
            return candidates.get(code).stream()
                    .filter(quoted -> times(quoted) < most && used.isNew(quoted))
                    .filter(quoted -> chosen.getOrDefault(code, List.of()).stream().noneMatch(other -> other.voice().equals(quoted.voice())))
                    .min(Comparator.comparingInt(this::times));
        }

        private void take(CodeId code, Quoted quoted) {
            used.add(quoted);
            heard.merge(quoted.voice(), 1, Integer::sum);
            chosen.computeIfAbsent(code, key -> new ArrayList<>()).add(quoted);
        }

        private int times(Quoted quoted) {
            return heard.getOrDefault(quoted.voice(), 0);
        }
    }
}
