package org.rapporteur.passage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Allowance;
import org.rapporteur.extraction.ExtractionLimits;
import org.rapporteur.extraction.Reader;
import org.rapporteur.extraction.Reading;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.util.unit.DataSize;

/**
 * How much of each paper is its country's own, what is taken for borrowed, and what it costs. Start it from the project's folder after
 * {@code mvn -DskipTests package}:
 *
 * <pre>
 * java -Djarmode=tools -jar target/rapporteur.jar extract --destination target/bench/app
 * javac -d target/bench/own -cp 'target/classes:target/bench/app/lib/*' src/bench/own/*.java
 * java -cp 'target/bench/own:target/classes:target/bench/app/lib/*' org.rapporteur.passage.OwnWordsOfPapers [FOLDER]
 * </pre>
 *
 * FOLDER holds papers (default: sample-reports). The country of a paper is a folder named KOR above it, or a file name that begins with KOR_.
 * Every 1 in N of the passages that are no evidence is printed, evenly over all, and of the stretches that recur, for a person to judge.
 */
class OwnWordsOfPapers {

    private static final Pattern COUNTRY = Pattern.compile("(?:^|/)([A-Z]{3})(?:/|_[^/]*$)");
    private static final int SHOWN = 40;

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "sample-reports");
        long start = System.nanoTime();
        List<CitedPassage> passages = passages(folder);
        long read = System.nanoTime();
        List<Borrowed> found = Borrowing.of(passages, List.of());
        long looked = System.nanoTime();
        Map<Long, Borrowed> byPassage = found.stream().collect(Collectors.toMap(Borrowed::passage, one -> one));
        Map<SubmissionNumber, List<CitedPassage>> papers = passages.stream().collect(Collectors.groupingBy(CitedPassage::submission));
        System.out.printf(Locale.ROOT, "%d papers, %d passages; reading them %.1f s, looking for what is borrowed %.2f s%n", papers.size(), passages.size(),
                (read - start) / 1e9, (looked - read) / 1e9);
        papers.entrySet().stream().map(entry -> "%5.1f %% own  %s".formatted(100 * own(entry.getValue(), byPassage), entry.getKey())).sorted().limit(15).forEach(System.out::println);
        for (Borrowed.Source source : Borrowed.Source.values()) {
            System.out.printf("%-10s %d passages, of which no evidence %d%n", source, found.stream().filter(one -> one.from() == source).count(),
                    found.stream().filter(one -> one.from() == source && one.isNoEvidence()).count());
        }
        Map<Long, CitedPassage> byId = passages.stream().collect(Collectors.toMap(cited -> cited.passage().id(), cited -> cited));
        List<Borrowed> none = found.stream().filter(Borrowed::isNoEvidence).sorted(Comparator.comparing(Borrowed::from)).toList();
        for (int i = 0; i < none.size(); i += Math.max(1, none.size() / SHOWN)) {
            CitedPassage cited = byId.get(none.get(i).passage());
            System.out.printf("%n[%s %d/%d %s] %s: %s%n", none.get(i).from(), none.get(i).shared(), none.get(i).words(), none.get(i).others(), cited.submission(),
                    cited.passage().text().replace('\n', '|'));
        }
        stretches(found, byId);
    }

    /** The stretches that recur most, and every so many of all those within passages that count. */
    private static void stretches(List<Borrowed> found, Map<Long, CitedPassage> byId) {
        List<String> all = found.stream().filter(one -> one.from() == Borrowed.Source.RECURRING).flatMap(one -> one.stretches().stream()
                .map(span -> byId.get(one.passage()).passage().text().substring(span.start(), span.end()).replace('\n', '|'))).toList();
        System.out.printf("%n%d stretches recur; the most frequent:%n", all.size());
        all.stream().collect(Collectors.groupingBy(text -> String.join(" ", Shingles.words(text)), Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(SHOWN / 2)
                .forEach(entry -> System.out.printf("%4d  %s%n", entry.getValue(), entry.getKey()));
        System.out.println("\nand of all:");
        for (int i = 0; i < all.size(); i += Math.max(1, all.size() / (SHOWN / 2))) {
            System.out.println("  " + all.get(i));
        }
    }

    private static double own(List<CitedPassage> paper, Map<Long, Borrowed> borrowed) {
        int words = paper.stream().mapToInt(cited -> Shingles.words(cited.passage().text()).size()).sum();
        int foreign = paper.stream().map(cited -> borrowed.get(cited.passage().id())).filter(one -> one != null).mapToInt(one -> one.words() - one.own()).sum();
        return words == 0 ? 1 : (double) (words - foreign) / words;
    }

    private static List<CitedPassage> passages(Path folder) throws IOException {
        List<CitedPassage> passages = new ArrayList<>();
        ExtractionLimits limits = new ExtractionLimits(Duration.ofMinutes(2), DataSize.ofMegabytes(512), 5, 5_000_000, DataSize.ofMegabytes(100), 250,
                DataSize.ofMegabytes(200), 1);
        Map<String, Integer> papers = new HashMap<>();
        Set<String> seen = new HashSet<>();
        long id = 0;
        try (Reader reader = new Reader(limits, Files.createDirectories(Path.of("target/bench/reading"))); Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Matcher country = COUNTRY.matcher(folder.relativize(file).toString());
                if (country.find() && Countries.isKnown(country.group(1)) && reader.read(file, file.getFileName().toString(), new Allowance(limits)) instanceof Reading.Text text
                        && seen.add(Splitter.text(text.blocks()))) {
                    String number = "MCH-2004-%s-%03d".formatted(country.group(1), papers.merge(country.group(1), 1, Integer::sum));
                    for (Passage one : new Splitter().split(seen.size(), text.blocks(), text.language())) {
                        passages.add(new CitedPassage(new Passage(++id, one.extraction(), one.ordinal(), one.locator(), one.language(), one.text()),
                                new SubmissionNumber(number), 1, true, DocumentRole.MAIN, text.language(), List.of(new CountryCode(country.group(1))), Access.PUBLIC,
                                Attribution.NAMED));
                    }
                }
            }
        }
        return passages;
    }
}
