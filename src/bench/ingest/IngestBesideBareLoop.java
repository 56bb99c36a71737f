import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Papers per second of {@code ingest} beside a bare loop of Tika and Lucene, on the same files with the same number of parsing threads,
 * in one run. Start it from the project's folder after {@code mvn -DskipTests package}:
 * {@code java src/bench/ingest/IngestBesideBareLoop.java [FOLDER [COPIES]]}; FOLDER holds papers (default: sample-reports), of each of
 * which COPIES (default 16) with different bytes are made, every one for a country of its own.
 *
 * <p>Cold is the first set in a fresh process, start-up apart. Steady is the rate of the second half of the copies, when what runs often
 * is compiled: (papers of all - papers of half) / (seconds of all - seconds of half), each in a process of its own. Memory is the highest sum of resident memory over all
 * processes, looked at ten times a second.
 */
class IngestBesideBareLoop {

    private static final int THREADS = 2;
    private static final Path WORK = Path.of("target/bench");
    private static final List<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> Locale.of("", code).getISO3Country()).sorted().toList();

    private record Run(double papers, double seconds, long megabytes) {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "sample-reports");
        int copies = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
        delete(WORK);
        List<Path> papers = papers(folder);
        copies = Math.min(copies, COUNTRIES.size() / papers.size());
        Path one = copies(papers, 1);
        Path half = copies(papers, copies / 2);
        Path all = copies(papers, copies);
        System.out.printf("%d papers of %s, then %d copies of each; %d parsing threads%n", papers.size(), folder, copies, THREADS);
        report("ingest", ingest(one), ingest(half), ingest(all));
        report("bare loop", bare(one), bare(half), bare(all));
    }

    private static double lastSteady;

    private static void report(String name, Run cold, Run half, Run all) {
        double steady = (all.papers - half.papers) / (all.seconds - half.seconds);
        System.out.printf(Locale.ROOT, "%-10s cold %6.1f papers/s   steady %6.1f papers/s   peak %5d MB%s%n", name, cold.papers / cold.seconds,
                steady, all.megabytes, lastSteady == 0 ? "" : String.format(Locale.ROOT, "   ingest reaches %.2f of it", lastSteady / steady));
        lastSteady = steady;
    }

    private static Run ingest(Path papers) throws Exception {
        Path data = Files.createDirectories(WORK.resolve("data-" + papers.getFileName()));
        Path call = Files.createDirectories(data.resolve("calls/BENCH")).resolve("call.yaml");
        Files.writeString(call, """
                code: BENCH
                title: Benchmark
                organisation: Nobody
                languages: [en]
                meeting: {place: Nowhere, from: 2004-07-14, to: 2004-07-15}
                countries: [%s]
                codebook: codebook.yaml
                reports:
                  - {key: synthesis, title: Benchmark, symbol: BENCH}
                """.formatted(String.join(", ", COUNTRIES)));
        return run(List.of("target/rapporteur", "ingest", papers.toString(), "--data", data.toString(), "--call", "BENCH", "--json"));
    }

    private static Run bare(Path papers) throws Exception {
        Path libraries = WORK.resolve("app");
        if (Files.notExists(libraries)) {
            run(List.of(java(), "-Djarmode=tools", "-jar", "target/rapporteur.jar", "extract", "--destination", libraries.toString()));
        }
        return run(List.of(java(), "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-cp",
                libraries.resolve("lib") + "/*", "src/bench/ingest/BareLoop.java", papers.toString(),
                WORK.resolve("index-" + papers.getFileName()).toString(), String.valueOf(THREADS)));
    }

    private static Run run(List<String> command) throws Exception {
        Path out = Files.createTempFile(WORK, "out", ".txt");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .mapToLong(IngestBesideBareLoop::resident).sum());
            Thread.sleep(100);
        }
        String json = Files.readString(out);
        if (!json.contains("\"documents\"")) {
            return new Run(0, 0, peak / 1024);
        }
        return new Run(number(json, "documents"), number(json, "seconds"), peak / 1024);
    }

    /** Resident memory in kilobytes; 0 where the system does not tell. */
    private static long resident(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    private static double number(String json, String key) {
        Matcher found = Pattern.compile("\"" + key + "\":([\\d.]+)").matcher(json);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    private static List<Path> papers(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(path -> path.toString().matches(".*\\.(pdf|docx|odt|rtf|html|txt)"))
                    .filter(path -> !path.toString().contains("/CZE/")).sorted().toList();
        }
    }

    private static Path copies(List<Path> papers, int copies) throws IOException {
        Path folder = WORK.resolve("papers-" + copies);
        int made = 0;
        for (int copy = 0; copy < copies; copy++) {
            for (Path paper : papers) {
                Path target = folder.resolve(COUNTRIES.get(made++)).resolve(paper.getFileName());
                Files.createDirectories(target.getParent());
                Files.write(target, marked(paper, "copy " + made));
            }
        }
        return folder;
    }

    /** The same paper in other bytes: a comment is added where the format has a place for it. */
    private static byte[] marked(Path paper, String mark) throws IOException {
        byte[] bytes = Files.readAllBytes(paper);
        String name = paper.toString();
        if (name.endsWith(".docx") || name.endsWith(".odt")) {
            return zipped(bytes, mark);
        }
        String comment = name.endsWith(".html") ? "<!-- " + mark + " -->" : name.endsWith(".pdf") ? "\n%" + mark + "\n%%EOF\n" : "\n" + mark + "\n";
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.writeBytes(bytes);
        marked.writeBytes(comment.getBytes(StandardCharsets.US_ASCII));
        return marked.toByteArray();
    }

    private static byte[] zipped(byte[] bytes, String comment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes)); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment(comment);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
        }
        return out.toByteArray();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.collect(Collectors.toCollection(ArrayList::new)).reversed()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
