package org.rapporteur.coding;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Sentences;
import org.rapporteur.passage.Sentences.Span;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;

/** Proposes examples: practices with a name, in passages that report a success or a failure of something that is more than a proposal. */
public final class ExampleFinder {

    private static final String MONTHS = Stream.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("es")).flatMap(language -> Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, language))).distinct().collect(Collectors.joining("|"));
    private static final Pattern YEAR = Pattern.compile("(?iU)\\b(?:in|since|from|en|depuis|desde|de|dès)\\s+((?:(?:early|late|mid)\\s+)?(?:(?:" + MONTHS
            + ")\\s+(?:de\\s+)?)?(?:19|20)\\d\\d)\\b");
    /** what is shorter is the number of a paragraph, or a heading */
    private static final int SHORTEST_SENTENCE = 20;
    private static final Pattern FIGURE = Pattern.compile("(?iU)\\d+(?:[.,  ]\\d+)*\\s?(?:%|per cent|percent|pour cent|por ciento|million|billion|milliard|millones)|\\b(?!(?:19|20)\\d\\d\\b)\\d{2,}(?:[.,  ]\\d{3})*\\b");
    private static final Pattern LESSON = Pattern.compile("(?iU)\\b(?:lessons?|learn(?:t|ed)|leçons?|enseignements?|lecci(?:ón|ones)|aprend\\w+|enseñanzas?)\\b");

    private final Coder coder;

    public ExampleFinder(Coder coder) {
        this.coder = coder;
    }

    /**
     * The proposals from the passages of papers, in their order.
     *
     * @param passages in force, by paper and place
     * @param codings those that count, by passage
     */
    public List<ProposedExample> propose(List<CitedPassage> passages, Map<Long, List<EffectiveCoding>> codings) {
        List<CitedPassage> telling = passages.stream().filter(cited -> cited.role() != DocumentRole.LANGUAGE_VERSION)
                .filter(cited -> !outcome(codings.getOrDefault(cited.passage().id(), List.of())).equals(Outcome.NONE)).toList();
        List<List<Why.Fired>> cues = coder.cues(telling.stream().map(CitedPassage::passage).toList());
        Map<Key, Draft> drafts = new LinkedHashMap<>();
        for (int i = 0; i < telling.size(); i++) {
            CitedPassage cited = telling.get(i);
            Text text = new Text(cited.passage().id(), cited.passage().text(), sentences(cited), cues.get(i));
            Optional<Span> name = PracticeNames.name(text.text(), cited.passage().language(), text.sentences());
            Outcome outcome = outcome(codings.get(cited.passage().id()));
            name.ifPresent(span -> drafts.computeIfAbsent(new Key(cited.submission(), PracticeNames.key(text.text().substring(span.start(), span.end()))),
                    key -> new Draft()).add(text, span, outcome));
        }
        return drafts.entrySet().stream().map(entry -> new ProposedExample(entry.getKey().paper(), entry.getValue().fields(), entry.getValue().outcome)).toList();
    }

    private record Key(SubmissionNumber paper, String name) {}

    private record Text(long passage, String text, List<Span> sentences, List<Why.Fired> cues) {

        /** The sentences for which something holds, verbatim. */
        String those(Predicate<Span> holds) {
            List<String> found = new ArrayList<>();
            sentences.stream().filter(holds).forEach(sentence -> found.add(text.substring(sentence.start(), sentence.end())));
            return String.join(" ", found);
        }

        boolean has(Span sentence, String outcome) {
            return cues.stream().anyMatch(fired -> fired.code().value().equals(outcome) && sentence.start() <= fired.start() && fired.start() < sentence.end());
        }

        boolean has(Span sentence, Pattern pattern) {
            return pattern.matcher(text).region(sentence.start(), sentence.end()).find();
        }
    }

    /** What is known of one practice; of a field, the passage that says it first carries it. */
    private static final class Draft {

        private final Map<ExampleField, Stated> fields = new EnumMap<>(ExampleField.class);
        private Outcome outcome = Outcome.NONE;

        void add(Text text, Span name, Outcome reported) {
            outcome = outcome.and(reported);
            state(ExampleField.NAME, text.text().substring(name.start(), name.end()), text);
            state(ExampleField.WHAT, text.those(sentence -> sentence.start() <= name.start() && name.start() < sentence.end()), text);
            PracticeNames.office(text.text()).ifPresent(office -> state(ExampleField.BY_WHOM, text.text().substring(office.start(), office.end()), text));
            YEAR.matcher(text.text()).results().findFirst().ifPresent(year -> state(ExampleField.SINCE, year.group(1), text));
            state(ExampleField.RESULT, text.those(sentence -> text.has(sentence, "success")), text);
            state(ExampleField.FIGURE, text.those(sentence -> text.has(sentence, FIGURE)), text);
            state(ExampleField.WENT_WRONG, text.those(sentence -> text.has(sentence, "failure")), text);
            state(ExampleField.LESSON, text.those(sentence -> text.has(sentence, LESSON)), text);
        }

        private void state(ExampleField field, String words, Text text) {
            if (!words.isBlank() && words.length() <= Stated.LONGEST) {
                fields.putIfAbsent(field, new Stated(words, List.of(text.passage())));
            }
        }

        Map<ExampleField, Stated> fields() {
            return fields;
        }
    }

    private static List<Span> sentences(CitedPassage cited) {
        return Sentences.of(cited.passage().text(), 0, cited.passage().text().length(), Locale.of(CueFinder.language(cited.passage()))).stream()
                .filter(sentence -> sentence.end() - sentence.start() >= SHORTEST_SENTENCE).toList();
    }

    /** What is only proposed is no practice. */
    private static Outcome outcome(List<EffectiveCoding> codings) {
        return codings.stream().filter(coding -> coding.status() != Status.PROPOSED && coding.status() != Status.REJECTED).map(EffectiveCoding::outcome)
                .reduce(Outcome.NONE, Outcome::and);
    }
}
