import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long 100,000 passages take to be coded again after a change of the codebook, and how long a search takes meanwhile, beside the same
 * search when nothing else is done. Start it from the project's folder after {@code mvn -DskipTests package}:
 * {@code java src/bench/coding/RecodingWhileTheDeskAnswers.java [PASSAGES]}. The papers are put together from the passages that ship to be
 * learnt from, 500 to a country; the desk is the real one, in a process of its own, over HTTP.
 */
class RecodingWhileTheDeskAnswers {

    private static final Path WORK = Path.of("target/bench/recoding");
    private static final int TO_A_COUNTRY = 500;
    private static final int PORT = 18_089;
    private static final String PASSWORD = "seven quiet rivers";
    private static final List<String> QUERIES = List.of("matching grant", "incentives", "private partner", "theme:commitment", "staff AND fear");

    public static void main(String[] arguments) throws Exception {
        int passages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        List<String> countries = Arrays.stream(Locale.getISOCountries()).map(code -> Locale.of("", code).getISO3Country()).sorted()
                .limit(Math.max(1, passages / TO_A_COUNTRY)).toList();
        delete(WORK);
        Path data = Files.createDirectories(WORK.resolve("data"));
        Path call = Files.createDirectories(data.resolve("calls/BENCH"));
        Files.writeString(call.resolve("call.yaml"), """
                code: BENCH
                title: Benchmark
                organisation: Nobody
                languages: [en]
                meeting: {place: Nowhere, from: 2004-07-14, to: 2004-07-15}
                countries: [%s]
                codebook: codebook.yaml
                reports:
                  - {key: synthesis, title: Benchmark, symbol: BENCH}
                """.formatted(String.join(", ", countries)));
        String codebook = Files.readString(Path.of("src/main/resources/calls/MCH-2004/codebook.yaml"));
        Files.writeString(call.resolve("codebook.yaml"), codebook);
        Path papers = papers(countries);
        Process ingest = new ProcessBuilder("target/rapporteur", "ingest", papers.toString(), "--data", data.toString(), "--call", "BENCH", "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String told = new String(ingest.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println("ingest     " + told.replaceAll("(?s),\"unreadable\".*", "").replaceAll("[{\"]", ""));

        try (Desk desk = Desk.start(data)) {
            desk.logIn(desk.first, true);
            System.out.println("idle       " + times(desk, () -> false));
        }

        Files.writeString(call.resolve("codebook.yaml"), codebook.replaceFirst("\"match\\* fund\\*\"", "\"match* fund*\", \"half of (the|its) (cost|costs|expenses)\""));
        try (Desk desk = Desk.start(data)) {
            desk.logIn(PASSWORD, false);
            long start = System.nanoTime();
            while (!desk.get("/status").contains("being coded again")) {
                if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(2)) {
                    throw new IllegalStateException("nothing is coded again");
                }
                Thread.sleep(50);
            }
            long begun = System.nanoTime();
            String during = times(desk, () -> desk.get("/status").contains("being coded again"));
            System.out.printf(Locale.ROOT, "recoding   %.1f s%nmeanwhile  %s%n", (System.nanoTime() - begun) / 1e9, during);
        }
    }

    private interface Going {
        boolean on() throws Exception;
    }

    /** Of 200 searches, or of as many as there is time for, half and 95 of 100 are answered within so many milliseconds. */
    private static String times(Desk desk, Going going) throws Exception {
        for (int i = 0; i < 40; i++) {
            desk.get("/search?q=" + encoded(QUERIES.get(i % QUERIES.size())));
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 200 || i % 20 != 0 || going.on(); i++) {
            long start = System.nanoTime();
            desk.get("/search?q=" + encoded(QUERIES.get(i % QUERIES.size())));
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(null);
        return String.format(Locale.ROOT, "search p50 %.0f ms   p95 %.0f ms   (%d searches)", times.get(times.size() / 2), times.get(times.size() * 95 / 100), times.size());
    }

    private static Path papers(List<String> countries) throws IOException {
        Pattern text = Pattern.compile("\"text\": \"((?:[^\"\\\\]|\\\\.)*)\"");
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/coding/training"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList()) {
                Matcher found = text.matcher(Files.readString(file));
                while (found.find()) {
                    texts.add(found.group(1).replace("\\n", " ").replace("\\\"", "\""));
                }
            }
        }
        Random random = new Random(2004);
        Path papers = WORK.resolve("papers");
        for (String country : countries) {
            StringBuilder paper = new StringBuilder();
            for (int i = 1; i <= TO_A_COUNTRY; i++) {
                paper.append(i).append(". ").append(texts.get(random.nextInt(texts.size()))).append(" This is point ").append(i).append(" of ").append(country).append(".\n\n");
            }
            Files.writeString(Files.createDirectories(papers.resolve(country)).resolve("paper.txt"), paper);
        }
        return papers;
    }

    /** The desk in a process of its own, and somebody who is logged in. */
    private static final class Desk implements AutoCloseable {

        private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
        private final Process process;
        private String first = "";

        private Desk(Process process) {
            this.process = process;
        }

        static Desk start(Path data) throws IOException {
            Desk desk = new Desk(new ProcessBuilder("target/rapporteur", "serve", "--port", String.valueOf(PORT), "--data", data.toString(), "--call", "BENCH")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start());
            BufferedReader out = new BufferedReader(new InputStreamReader(desk.process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null && !line.startsWith("Ready"); line = out.readLine()) {
                Matcher password = Pattern.compile("password (\\S+);").matcher(line);
                desk.first = password.find() ? password.group(1) : desk.first;
            }
            return desk;
        }

        void logIn(String password, boolean first) throws Exception {
            String word = first ? this.first : password;
            post("/login", Map.of("username", "secretariat", "password", word), get("/login"));
            if (first) {
                post("/password", Map.of("current", word, "chosen", PASSWORD, "again", PASSWORD), get("/password"));
            }
            if (!get("/search?q=grant").contains("passages")) {
                throw new IllegalStateException("nobody is logged in");
            }
        }

        String get(String path) throws Exception {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path)).build(), HttpResponse.BodyHandlers.ofString()).body();
        }

        private void post(String path, Map<String, String> fields, String page) throws Exception {
            Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
            String form = Stream.concat(fields.entrySet().stream(), token.find() ? Stream.of(Map.entry("_csrf", token.group(1))) : Stream.empty())
                    .map(field -> field.getKey() + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
            http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path)).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
        }

        @Override
        public void close() throws InterruptedException {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
