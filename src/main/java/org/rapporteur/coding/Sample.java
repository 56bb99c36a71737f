package org.rapporteur.coding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;

/**
 * Passages that two people code without seeing one another's work, or the machine's.
 *
 * @param id its key
 * @param plan how it was drawn
 * @param drawn when
 * @param passages keys of the passages by their place in it, from 1; may be fewer than planned where there are not as many
 * @param done the places that each coder is done with
 * @param coded when somebody was done with a place last, or it was ended; null before
 * @param ended whether somebody ended it before both were done
 */
public record Sample(long id, SamplePlan plan, Instant drawn, SortedMap<Integer, Long> passages, Map<Actor, Set<Integer>> done,
        @Nullable Instant coded, boolean ended) {

    public Sample {
        passages = new TreeMap<>(passages);
        done = Map.copyOf(done);
    }

    public List<Actor> coders() {
        return List.of(plan.first(), plan.second());
    }

    public int done(Actor coder) {
        return done.getOrDefault(coder, Set.of()).size();
    }

    /** The places that both are done with, in order. */
    public List<Integer> both() {
        return passages.keySet().stream().filter(place -> coders().stream().allMatch(coder -> done.getOrDefault(coder, Set.of()).contains(place))).toList();
    }

    /** Whether both are done, or it was ended: from then on nobody codes blind, and what they said is compared. */
    public boolean isComplete() {
        return ended || !passages.isEmpty() && coders().stream().allMatch(coder -> done(coder) == passages.size());
    }

    /** Whether a decision was made once both were done: what was decided before does not settle what they say. */
    public boolean isSettledBy(Decision decision) {
        return isComplete() && coded != null && decision.at().isAfter(coded);
    }

    /** The next place that a coder has not coded, the first after another one where there is any; empty where all is done. */
    public Optional<Integer> next(Actor coder, int after) {
        return Stream.concat(passages.tailMap(after + 1).keySet().stream(), passages.headMap(after + 1).keySet().stream())
                .filter(place -> !done.getOrDefault(coder, Set.of()).contains(place)).findFirst();
    }
}
