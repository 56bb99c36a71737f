package org.rapporteur.coding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.submission.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Passages that were coded to be learnt from, and the files they stand in: one JSON object a line. */
public final class TrainingPassages {

    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final List<String> FILES = List.of("en-a", "en-b", "es", "fr", "gold");

    private TrainingPassages() {}

    /** A line that is no coded passage. */
    public static final class FaultyLine extends RuntimeException {

        private final int number;

        FaultyLine(int number, RuntimeException cause) {
            super("line " + number + " is no coded passage", cause);
            this.number = number;
        }

        /** From 1. */
        public int number() {
            return number;
        }
    }

    /** Those that ship with the program. */
    static List<GoldPassage> shipped() {
        List<GoldPassage> all = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = TrainingPassages.class.getResourceAsStream("/coding/training/" + file + ".jsonl")) {
                all.addAll(read(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** @throws FaultyLine at the first line that is neither empty nor a coded passage */
    public static List<GoldPassage> read(List<String> lines) {
        List<GoldPassage> passages = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                if (!lines.get(i).isBlank()) {
                    passages.add(JSON.readValue(lines.get(i), GoldPassage.class));
                }
            } catch (JacksonException faulty) {
                throw new FaultyLine(i + 1, faulty);
            }
        }
        return passages;
    }

    /** The hashes of their texts, by which a passage is known again. */
    static Set<Sha256> texts(List<GoldPassage> passages) {
        return passages.stream().map(TrainingPassages::text).collect(Collectors.toSet());
    }

    static Sha256 text(GoldPassage passage) {
        return Sha256.of(passage.text().strip());
    }
}
