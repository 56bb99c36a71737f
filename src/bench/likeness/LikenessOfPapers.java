package org.rapporteur.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rapporteur.extraction.Allowance;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.passage.Shingles;
import org.rapporteur.extraction.ExtractionLimits;
import org.rapporteur.extraction.Reader;
import org.rapporteur.extraction.Reading;
import org.springframework.util.unit.DataSize;

/**
 * From where on two texts are one paper: what {@code Likeness} measures on pairs of which the truth is known, and the same with MinHash.
 * Start it from the project's folder after {@code mvn -DskipTests package}:
 *
 * <pre>
 * java -Djarmode=tools -jar target/rapporteur.jar extract --destination target/bench/app
 * javac -d target/bench/likeness -cp 'target/classes:target/bench/app/lib/*' src/bench/likeness/*.java
 * java -cp 'target/bench/likeness:target/classes:target/bench/app/lib/*' org.rapporteur.intake.LikenessOfPapers [FOLDER]
 * </pre>
 *
 * FOLDER holds papers (default: sample-reports). The country of a paper is a folder named KOR above it, or a file name that begins with
 * KOR_. Pairs: every paper against edited versions of itself, in which a share of the sentences (10 to 60 %) is dropped, reworded (every third word), or
 * exchanged for one of another paper, and the same share of paragraphs stands elsewhere, all from a fixed seed; against other papers of
 * its country in its language, of which a person has to say what they are; against all papers of other countries in its language.
 * Translations: papers of one country in two languages, one of them edited as above or not, and of two countries in two languages. In
 * the tables a threshold misses an edited version below it, and takes a paper of another country at or above it for the same.
 */
class LikenessOfPapers {

    private static final int[] SHARES = {10, 20, 30, 40, 50, 60};
    private static final int SEEDS = 3;
    private static final int SHORTEST = 100;
    private static final double[] THRESHOLDS = {0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5};
    private static final Pattern COUNTRY = Pattern.compile("(?:^|/)([A-Z]{3})(?:/|_[^/]*$)");

    /** A text with its runs of three words, and their MinHash. */
    private record Paper(String name, String country, Extraction text, Set<String> shingles, int[] minima) {

        static Paper of(String name, String country, Extraction text) {
            Set<String> shingles = Likeness.shingles(text);
            return new Paper(name, country, text, shingles, MinHash.of(shingles));
        }
    }

    private record Pair(Paper one, Paper other) {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "sample-reports");
        List<Paper> papers = papers(folder);
        System.out.printf(Locale.ROOT, "%d texts of at least %d words in %s, in the median %.0f runs of three words%n", papers.size(), SHORTEST,
                folder, papers.stream().mapToInt(paper -> paper.shingles().size()).sorted().skip(papers.size() / 2).findFirst().orElse(0) * 1.0);
        List<List<Pair>> edited = Arrays.stream(SHARES).mapToObj(share -> papers.stream().flatMap(paper -> edited(papers, paper, share)).toList())
                .toList();
        List<Pair> ofOneCountry = pairs(papers).filter(pair -> speakAlike(pair) && isOfOneCountry(pair)).toList();
        List<Pair> others = pairs(papers).filter(pair -> speakAlike(pair) && !isOfOneCountry(pair)).toList();
        measure("share of the shorter text (exact)", LikenessOfPapers::share, edited, ofOneCountry, others);
        measure("share of the shorter text (MinHash, " + MinHash.FUNCTIONS + ")", LikenessOfPapers::estimate, edited, ofOneCountry, others);
        ofOneCountry.stream().sorted((a, b) -> Double.compare(share(b), share(a))).limit(20).forEach(pair -> System.out.printf(Locale.ROOT,
                "  %.2f  %s | %s%n", share(pair), pair.one().name(), pair.other().name()));
        translations(papers);
        cost(papers, others);
    }

    private static double share(Pair pair) {
        return Shingles.shared(pair.one().shingles(), pair.other().shingles());
    }

    private static double estimate(Pair pair) {
        int one = pair.one().shingles().size();
        int other = pair.other().shingles().size();
        double jaccard = MinHash.jaccard(pair.one().minima(), pair.other().minima());
        return Math.min(1, jaccard * (one + other) / (1 + jaccard) / Math.max(1, Math.min(one, other)));
    }

    /** @param edited one list for each of the shares */
    private static void measure(String name, ToDoubleFunction<Pair> likeness, List<List<Pair>> edited, List<Pair> ofOneCountry, List<Pair> others) {
        System.out.printf("%n%s%n  %-28s %6s  %5s %5s %5s %5s %5s%n", name, "", "pairs", "min", "5 %", "half", "99 %", "max");
        for (int i = 0; i < edited.size(); i++) {
            distribution("edited, " + SHARES[i] + " %", edited.get(i), likeness);
        }
        distribution("unedited, of its country", ofOneCountry, likeness);
        distribution("of another country", others, likeness);
        System.out.printf("  %-10s %s %s%n", "threshold", IntStream.range(0, edited.size()).mapToObj(i -> " missed %d %%".formatted(SHARES[i]))
                .collect(Collectors.joining()), " taken for the same");
        for (double threshold : THRESHOLDS) {
            String missed = edited.stream().map(pairs -> " %11.4f".formatted(below(pairs, likeness, threshold))).collect(Collectors.joining());
            System.out.printf(Locale.ROOT, "  %-10.2f %s %.4f%n", threshold, missed, 1 - below(others, likeness, threshold));
        }
    }

    private static double below(List<Pair> pairs, ToDoubleFunction<Pair> likeness, double threshold) {
        return pairs.isEmpty() ? Double.NaN : (double) pairs.stream().filter(pair -> likeness.applyAsDouble(pair) < threshold).count() / pairs.size();
    }

    private static void distribution(String name, List<Pair> pairs, ToDoubleFunction<Pair> likeness) {
        double[] sorted = pairs.stream().mapToDouble(likeness).sorted().toArray();
        if (sorted.length > 0) {
            System.out.printf(Locale.ROOT, "  %-28s %6d  %s%n", name, sorted.length, DoubleStream.of(0, 0.05, 0.5, 0.99, 1)
                    .mapToObj(at -> "%.3f".formatted(sorted[(int) Math.round(at * (sorted.length - 1))])).collect(Collectors.joining(" ")));
        }
    }

    private static void translations(List<Paper> papers) {
        List<Pair> two = pairs(papers).filter(pair -> !speakAlike(pair)).toList();
        List<Pair> translated = two.stream().filter(LikenessOfPapers::isOfOneCountry).toList();
        List<Pair> others = two.stream().filter(pair -> !isOfOneCountry(pair)).toList();
        List<List<Pair>> edited = Arrays.stream(SHARES).limit(3).mapToObj(share -> translated.stream().flatMap(pair ->
                edited(papers, pair.other(), share).map(version -> new Pair(pair.one(), version.other()))).toList()).toList();
        measure("translations: share of neighbouring figures", pair -> Shingles.shared(Likeness.figures(pair.one().text()),
                Likeness.figures(pair.other().text())), edited, translated, others);
        System.out.printf("  taken for a translation: %d of %d of one country, %d of %d of two countries%n",
                translated.stream().filter(LikenessOfPapers::isTranslation).count(), translated.size(),
                others.stream().filter(LikenessOfPapers::isTranslation).count(), others.size());
    }

    private static boolean isTranslation(Pair pair) {
        return Likeness.sameInAnotherLanguage(pair.one().text(), pair.other().text());
    }

    /** Milliseconds for one text, and for one pair of texts that are prepared. */
    private static void cost(List<Paper> papers, List<Pair> pairs) {
        double shingles = milliseconds(() -> papers.forEach(paper -> Likeness.shingles(paper.text()))) / papers.size();
        double minima = milliseconds(() -> papers.forEach(paper -> MinHash.of(paper.shingles()))) / papers.size();
        double exact = milliseconds(() -> pairs.forEach(LikenessOfPapers::share)) / Math.max(1, pairs.size());
        double estimated = milliseconds(() -> pairs.forEach(LikenessOfPapers::estimate)) / Math.max(1, pairs.size());
        System.out.printf(Locale.ROOT, "%nper text: runs of words %.2f ms, their MinHash %.2f ms more; per pair: exact %.3f ms, MinHash %.4f ms%n",
                shingles, minima, exact, estimated);
    }

    /** The second of two times, when it is compiled. */
    private static double milliseconds(Runnable work) {
        work.run();
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static Stream<Pair> pairs(List<Paper> papers) {
        return papers.stream().flatMap(one -> papers.stream().skip(papers.indexOf(one) + 1L).map(other -> new Pair(one, other)));
    }

    private static boolean speakAlike(Pair pair) {
        return pair.one().text().language().equals(pair.other().text().language());
    }

    private static boolean isOfOneCountry(Pair pair) {
        return pair.one().country().equals(pair.other().country());
    }

    private static Stream<Pair> edited(List<Paper> papers, Paper paper, int share) {
        List<String> foreign = papers.stream().filter(other -> other != paper && speakAlike(new Pair(paper, other)))
                .flatMap(other -> sentences(other.text()).stream().flatMap(List::stream)).toList();
        return IntStream.range(0, SEEDS).mapToObj(seed -> new Pair(paper, Paper.of(paper.name(), paper.country(),
                edit(paper.text(), share, foreign, new Random(31L * share + seed + paper.name().hashCode())))));
    }

    private static Extraction edit(Extraction text, int share, List<String> foreign, Random random) {
        List<Block> blocks = new ArrayList<>();
        for (List<String> paragraph : sentences(text)) {
            String edited = paragraph.stream().map(sentence -> random.nextInt(100) >= share ? sentence : switch (random.nextInt(3)) {
                case 0 -> "";
                case 1 -> reworded(sentence, random);
                default -> foreign.isEmpty() ? "" : foreign.get(random.nextInt(foreign.size()));
            }).collect(Collectors.joining(" ")).strip();
            if (!edited.isEmpty()) {
                blocks.add(random.nextInt(100) < share ? random.nextInt(blocks.size() + 1) : blocks.size(),
                        new Block(BlockKind.PARAGRAPH, 0, null, null, edited));
            }
        }
        return new Extraction(0, 0, text.mediaType(), null, text.language(), blocks);
    }

    private static String reworded(String sentence, Random random) {
        List<String> words = new ArrayList<>(List.of(sentence.split(" ")));
        for (int i = random.nextInt(3); i < words.size(); i += 3) {
            words.set(i, Integer.toString(random.nextInt(1 << 24), 36));
        }
        return String.join(" ", words);
    }

    private static List<List<String>> sentences(Extraction text) {
        return text.blocks().stream().map(block -> List.of(block.text().split("(?<=[.!?;:])\\s+"))).toList();
    }

    private static List<Paper> papers(Path folder) throws IOException {
        List<Paper> papers = new ArrayList<>();
        Path work = Files.createDirectories(Path.of("target/bench/reading"));
        ExtractionLimits limits = new ExtractionLimits(java.time.Duration.ofMinutes(1), DataSize.ofMegabytes(512), 5, 5_000_000,
                DataSize.ofMegabytes(100), 250, DataSize.ofMegabytes(200), 1);
        try (Reader reader = new Reader(limits, work); Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Matcher country = COUNTRY.matcher(folder.relativize(file).toString());
                if (country.find() && reader.read(file, file.getFileName().toString(), new Allowance(limits)) instanceof Reading.Text text) {
                    Paper paper = Paper.of(file.getFileName().toString(), country.group(1),
                            new Extraction(0, 0, text.mediaType(), null, text.language(), text.blocks()));
                    if (paper.shingles().size() >= SHORTEST) {
                        papers.add(paper);
                    }
                }
            }
        }
        Set<Set<String>> seen = new HashSet<>();
        papers.removeIf(paper -> !seen.add(paper.shingles()));
        return Collections.unmodifiableList(papers);
    }
}
