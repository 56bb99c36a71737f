package org.rapporteur.synthesis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rapporteur.coding.CodeId;
import org.rapporteur.country.CountryCode;

/**
 * Chooses the quotations of one chapter: at most two under a code, each passage and each wording once in the whole draft, countries
 * heard in turn, and none with more than 15 % of the chapter's quotations while others have evidence left that was not used.
 */
final class QuotationChoice {

    private static final double LARGEST_SHARE = 0.15;
    private static final int FOR_A_CODE = 2;
    /** the fewest quotations of which one country's single one is no more than the largest share */
    private static final int FEWEST = (int) Math.ceil(1 / LARGEST_SHARE);

    private final Wordings used;
    private final Map<CodeId, List<Quoted>> candidates = new LinkedHashMap<>();
    private final Map<CodeId, List<Quoted>> chosen = new LinkedHashMap<>();

    /** @param used what earlier chapters have quoted; grows with what this one chooses */
    QuotationChoice(Wordings used) {
        this.used = used;
    }

    /** The quotations under each of the codes; codes without any are missing. */
    Map<CodeId, List<Quoted>> choose(Map<CodeId, List<Excerpt>> excerpts) {
        excerpts.forEach((code, under) -> candidates.put(code,
                new ArrayList<>(under.stream().flatMap(excerpt -> Quoted.from(excerpt).stream()).toList())));
        for (int turn = 0; turn < FOR_A_CODE; turn++) {
            candidates.keySet().forEach(this::addLeastHeard);
        }
        boolean more = true;
        while (more && size() < FEWEST) {
            int before = size();
            candidates.keySet().forEach(this::addLeastHeard);
            more = size() > before;
        }
        while (tooOften().filter(this::giveWay).isPresent()) {
            // each turn takes one quotation of a country that was heard too often
        }
        return chosen;
    }

    private void addLeastHeard(CodeId code) {
        Map<CountryCode, Long> heard = heard();
        leastHeard(code, heard, Set.of()).ifPresent(quoted -> take(code, quoted));
    }

    private Optional<Quoted> leastHeard(CodeId code, Map<CountryCode, Long> heard, Set<CountryCode> without) {
        Set<CountryCode> already = new HashSet<>(without);
        chosen.getOrDefault(code, List.of()).forEach(quoted -> already.add(quoted.voice()));
        return candidates.get(code).stream().filter(quoted -> !already.contains(quoted.voice())).filter(used::isNew)
                .min(Comparator.comparingLong(quoted -> heard.getOrDefault(quoted.voice(), 0L)));
    }

    private void take(CodeId code, Quoted quoted) {
        used.add(quoted);
        candidates.get(code).remove(quoted);
        chosen.computeIfAbsent(code, key -> new ArrayList<>()).add(quoted);
    }

    /** A country above the largest share, while another one has evidence that was not used. */
    private Optional<CountryCode> tooOften() {
        Map<CountryCode, Long> heard = heard();
        int most = Math.max(1, (int) (LARGEST_SHARE * size()));
        return heard.entrySet().stream().filter(entry -> entry.getValue() > most).max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey).filter(this::othersHaveMore);
    }

    private boolean othersHaveMore(CountryCode country) {
        return candidates.values().stream().flatMap(Collection::stream).filter(used::isNew)
                .anyMatch(quoted -> !quoted.voice().equals(country));
    }

    /** Drops the last quotation of the country, for one of a country heard less where there is one under the same code. */
    private boolean giveWay(CountryCode country) {
        for (CodeId code : new ArrayList<>(chosen.keySet()).reversed()) {
            Optional<Quoted> dropped = chosen.get(code).stream().filter(quoted -> quoted.voice().equals(country)).findFirst();
            if (dropped.isPresent()) {
                chosen.get(code).remove(dropped.get());
                Map<CountryCode, Long> heard = heard();
                long most = heard.values().stream().mapToLong(Long::longValue).max().orElse(0);
                leastHeard(code, heard, Set.of(country)).filter(other -> heard.getOrDefault(other.voice(), 0L) < most)
                        .ifPresent(other -> take(code, other));
                return true;
            }
        }
        return false;
    }

    private Map<CountryCode, Long> heard() {
        Map<CountryCode, Long> heard = new HashMap<>();
        chosen.values().forEach(under -> under.forEach(quoted -> heard.merge(quoted.voice(), 1L, Long::sum)));
        return heard;
    }

    private int size() {
        return chosen.values().stream().mapToInt(List::size).sum();
    }
}
