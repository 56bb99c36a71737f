package org.rapporteur.coding;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapporteur.call.Call;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;
import org.springframework.stereotype.Component;

/** Words of other languages for what somebody seeks: the cues of a code are sisters, whatever language they are in. */
@Component
public class Sisters {

    private static final List<String> LANGUAGES = List.of("en", "fr", "es");

    private final Codebooks codebooks;

    Sisters(Codebooks codebooks) {
        this.codebooks = codebooks;
    }

    /**
     * The cues of other languages.
     *
     * @param code whose cue was typed
     * @param cues of other languages than that one; never empty
     */
    public record Found(Code code, List<Cue> cues) {

        public Found {
            cues = List.copyOf(cues);
        }
    }

    /** The sisters of words that are a cue of the codebook from their beginning to their end; empty where they are none, or it has no sisters. */
    public Optional<Found> of(Call call, String typed) {
        Coder coder = codebooks.coder(call);
        Codebook codebook = codebooks.of(call);
        return typed.isBlank() ? Optional.empty() : LANGUAGES.stream().flatMap(language -> coder.cues(List.of(passage(typed, language))).getFirst().stream()
                .filter(fired -> fired.start() == 0 && fired.end() == typed.length())
                .flatMap(fired -> codebook.find(fired.code()).stream()).flatMap(code -> sisters(code, language))).max(Comparator.comparingInt(found -> found.cues().size()));
    }

    private static Stream<Found> sisters(Code code, String language) {
        List<Cue> cues = code.cues().entrySet().stream().filter(entry -> !entry.getKey().equals(language)).sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream()).toList();
        return cues.isEmpty() ? Stream.empty() : Stream.of(new Found(code, cues));
    }

    private static Passage passage(String typed, String language) {
        return new Passage(0, 0, 1, new Locator(null, null, List.of(), 0, typed.length()), language, typed);
    }
}
