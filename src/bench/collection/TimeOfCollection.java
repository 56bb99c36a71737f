package org.rapporteur.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallReader;
import org.rapporteur.call.CallReading;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Allowance;
import org.rapporteur.extraction.ExtractionLimits;
import org.rapporteur.extraction.Reader;
import org.rapporteur.extraction.Reading;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.util.unit.DataSize;

/**
 * How long a collection of country papers takes: writing it, asking LibreOffice for the pages of its contents, and making a PDF. Start it
 * from the project's folder after {@code mvn -DskipTests package}:
 *
 * <pre>
 * java -Djarmode=tools -jar target/rapporteur.jar extract --destination target/bench/app
 * javac -d target/bench/collection -cp 'target/classes:target/bench/app/lib/*' src/bench/collection/*.java
 * java -cp 'target/bench/collection:target/classes:target/bench/app/lib/*' org.rapporteur.report.TimeOfCollection [FOLDER]
 * </pre>
 *
 * FOLDER holds papers (default: sample-reports), each below a folder named by its country. They are read once; a book of more papers than
 * there are holds copies of them.
 */
class TimeOfCollection {

    private static final Pattern COUNTRY = Pattern.compile("(?:^|/)([A-Z]{3})/");
    private static final int[] SIZES = {15, 60, 240};

    public static void main(String[] arguments) throws Exception {
        List<CollectedPaper> papers = papers(Path.of(arguments.length > 0 ? arguments[0] : "sample-reports"));
        Path work = Files.createDirectories(Path.of("target/bench/collection-work"));
        Call call = call();
        new CollectionDocument(book(call, papers, SIZES[0])).bytes(new PageNumbers.Asked());
        for (int size : SIZES) {
            CollectionDocument document = new CollectionDocument(book(call, papers, size));
            long start = System.nanoTime();
            byte[] asked = document.bytes(new PageNumbers.Asked());
            long written = System.nanoTime();
            PageNumbers pages = LibreOffice.find().map(program -> new LibreOffice(program, Duration.ofMinutes(10)).pages(asked, work))
                    .orElse(new PageNumbers.Unknown("LibreOffice is not installed"));
            long laidOut = System.nanoTime();
            byte[] docx = document.bytes(pages);
            long whole = System.nanoTime();
            byte[] pdf = LibreOffice.find().map(program -> new LibreOffice(program, Duration.ofMinutes(10)).pdf(docx, work)).orElse(new byte[0]);
            System.out.printf(Locale.ROOT, "%d papers: written in %.1f s, pages in %.1f s, whole in %.1f s; DOCX %d kB; PDF of %d kB in %.1f s more%n", size,
                    (written - start) / 1e9, (laidOut - written) / 1e9, (whole - start) / 1e9, docx.length / 1024, pdf.length / 1024, (System.nanoTime() - whole) / 1e9);
        }
    }

    private static Collection book(Call call, List<CollectedPaper> papers, int size) {
        List<CollectedPaper> copies = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            CollectedPaper paper = papers.get(i % papers.size());
            int copy = i;
            copies.add(new CollectedPaper(i, new SubmissionNumber("MCH-2004-%s-%03d".formatted(paper.countries().getFirst(), i + 1)), 1,
                    List.of(paper.countries().getFirst(), country(i)), paper.acceptedAt(), paper.documents().stream().map(document -> new CollectedPaper.Document(
                            1000L + copy, document.role(), document.name(), document.language(), document.original(), document.text())).toList(), List.of()));
        }
        return new Collection(call, Edition.INTERNAL, Locale.ENGLISH, Instant.EPOCH, null, copies, List.of(), List.of());
    }

    /** Every copy is of a group of its own, so that it has a chapter of its own. */
    private static CountryCode country(int i) {
        List<CountryCode> all = Stream.of(Locale.getISOCountries()).map(code -> new CountryCode(Locale.of("", code).getISO3Country())).toList();
        return all.get(i % all.size());
    }

    private static List<CollectedPaper> papers(Path folder) throws IOException {
        ExtractionLimits limits = new ExtractionLimits(Duration.ofMinutes(2), DataSize.ofMegabytes(512), 5, 5_000_000, DataSize.ofMegabytes(100), 250,
                DataSize.ofMegabytes(200), 1);
        List<CollectedPaper> papers = new ArrayList<>();
        try (Reader reader = new Reader(limits, Files.createDirectories(Path.of("target/bench/reading"))); Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Matcher country = COUNTRY.matcher(folder.relativize(file).toString());
                if (country.find() && Countries.isKnown(country.group(1)) && reader.read(file, file.getFileName().toString(), new Allowance(limits)) instanceof Reading.Text text) {
                    papers.add(new CollectedPaper(1, new SubmissionNumber("MCH-2004-%s-001".formatted(country.group(1))), 1, List.of(new CountryCode(country.group(1))),
                            Instant.EPOCH, List.of(new CollectedPaper.Document(papers.size(), DocumentRole.MAIN, file.getFileName().toString(), text.language(),
                                    Sha256.of(file), new OpenText(text.blocks()).text())), List.of()));
                }
            }
        }
        return papers;
    }

    private static Call call() throws IOException {
        Path shipped = Path.of("src/main/resources/calls/MCH-2004/call.yaml");
        return switch (CallReader.read(Files.readString(shipped))) {
            case CallReading.Good good -> new Call(1, 1, good.content(), "");
            case CallReading.Faulty faulty -> throw new IllegalStateException(String.valueOf(faulty.faults()));
        };
    }
}
