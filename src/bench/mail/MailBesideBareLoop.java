import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Messages per second of the mail intake beside a loop of jakarta.mail that only downloads them, from the same IMAP server in one run, and
 * what became of every message. Start it from the project's folder after {@code mvn -DskipTests package}:
 * {@code java src/bench/mail/MailBesideBareLoop.java FOLDER [COPIES [GOLDEN]]}. FOLDER holds messages (and other files, which are sent as
 * attachments), each of which is put into the mailbox COPIES times (default 1). GOLDEN holds descriptions of some of them, as
 * james-mime4j writes them ({@code <name>.xml}): then the number of attached parts is compared.
 *
 * <p>Taking in is timed by the log, from the first message to the last, so that start-up and reading stay apart; the bare loop by itself.
 */
class MailBesideBareLoop {

    private static final Path WORK = Path.of("target/bench-mail");

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int copies = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        delete(WORK);
        Files.createDirectories(WORK);
        run("extract", List.of(java(), "-Djarmode=tools", "-jar", "target/rapporteur.jar", "extract", "--destination", WORK.resolve("app").toString()));
        int port = freePort();
        Path uids = WORK.resolve("uids.txt");
        Process server = start("server", program("MailServer", folder.toString(), String.valueOf(copies), String.valueOf(port), uids.toString()));
        try {
            while (!listens(port)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            run("warm-up", program("BareMailLoop", String.valueOf(port)));
            String[] bare = run("bare", program("BareMailLoop", String.valueOf(port))).strip().split(" ");
            double bareRate = Integer.parseInt(bare[0]) / Double.parseDouble(bare[1]);
            double rate = takeIn(port, Integer.parseInt(bare[0]));
            System.out.printf(Locale.ROOT, "%s messages   bare loop %.0f/s   intake %.0f/s   intake reaches %.2f of it%n", bare[0], bareRate, rate, rate / bareRate);
            report(uids, arguments.length > 2 ? Path.of(arguments[2]) : null);
        } finally {
            server.destroy();
        }
    }

    /** @return messages per second, from the first to the last that is in the ledger */
    private static double takeIn(int port, int messages) throws Exception {
        Path data = WORK.resolve("data");
        List<String> command = new ArrayList<>(List.of(java(), "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "-Drapporteur.mail.host=127.0.0.1", "-Drapporteur.mail.port=" + port, "-Drapporteur.mail.user=papers@intake.example",
                "-Drapporteur.mail.password=secret", "-jar", "target/rapporteur.jar", "serve", "--data", data.toString(), "--port", "0"));
        Process house = start("house", command);
        Path log = data.resolve("log/rapporteur.log");
        try {
            while (house.isAlive() && lines(log, " by mail").size() < messages) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            List<String> taken = lines(log, " by mail");
            // until everything is decided, which the stages log
            long quiet = System.nanoTime();
            int before = -1;
            while (System.nanoTime() - quiet < 15e9) {
                TimeUnit.MILLISECONDS.sleep(500);
                int now = lines(log, "delivery ").size();
                quiet = now == before ? quiet : System.nanoTime();
                before = now;
            }
            Duration took = Duration.between(moment(taken.getFirst()), moment(taken.getLast()));
            return (taken.size() - 1) / (took.toMillis() / 1000.0);
        } finally {
            house.destroy();
            house.waitFor();
        }
    }

    private static void report(Path uids, Path golden) throws Exception {
        Map<String, String> files = Files.readAllLines(uids).stream().map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        Map<String, Integer> outcomes = new TreeMap<>();
        int described = 0;
        int agree = 0;
        int rows = 0;
        for (String line : run("parts", program("MailParts", WORK.resolve("data").toString())).split("\n")) {
            String[] row = line.split("\t", -1);
            rows++;
            outcomes.merge(row[1] + " " + row[2], 1, Integer::sum);
            List<Path> description = golden == null ? List.of() : described(golden, files.get(row[0]));
            if (!description.isEmpty()) {
                long expected = attached(read(description.getFirst()));
                long found = Arrays.stream(row[3].split("\\|")).filter(name -> !name.isBlank()).count();
                described++;
                agree += expected == found ? 1 : 0;
                if (expected != found) {
                    System.out.printf("  %s: %d parts described, %d found:%s%n", files.get(row[0]), expected, found, row[3]);
                }
            }
        }
        System.out.printf("%d of %d messages in the ledger%n", rows, files.size());
        outcomes.forEach((outcome, count) -> System.out.printf("  %4d %s%n", count, outcome));
        if (golden != null) {
            System.out.printf("parts agree with the description in %d of %d messages%n", agree, described);
        }
    }

    private static List<Path> described(Path golden, String file) throws IOException {
        String name = Path.of(file).getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".xml";
        if (!file.contains("mime4j")) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(golden)) {
            return all.filter(path -> path.getFileName().toString().equals(name)).toList();
        }
    }

    /** The descriptions repeat the bytes of the messages, whatever their encoding. */
    private static Element read(Path description) throws Exception {
        String text = Files.readString(description, StandardCharsets.ISO_8859_1).replaceAll("[^\\t\\r\\n\\x20-\\xff]", "?");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text))).getDocumentElement();
    }

    /** Leaves that are no text of the message itself, and messages inside it: what a person would call attached. */
    private static long attached(Element entity) {
        Element multipart = only(entity, "multipart");
        Element message = only(entity, "message");
        if (multipart == null && message == null) {
            String head = head(entity);
            boolean text = !head.contains("content-type:") || head.matches("(?s).*content-type:\\s*(text/(plain|html)).*");
            return text && !head.matches("(?s).*name\\s*\\*?[0-9]*\\*?=.*") ? 0 : 1;
        }
        if (message != null) {
            return 1 + attached(message);
        }
        long count = 0;
        for (Node child = multipart.getFirstChild(); child != null; child = child.getNextSibling()) {
            count += child instanceof Element part && part.getTagName().equals("body-part") ? attached(part) : 0;
        }
        return count;
    }

    private static String head(Element part) {
        Element header = only(part, "header");
        return header == null ? "" : header.getTextContent().toLowerCase(Locale.ROOT);
    }

    private static Element only(Element parent, String tag) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals(tag)) {
                return element;
            }
        }
        return null;
    }

    private static LocalDateTime moment(String line) {
        return OffsetDateTime.parse(line.split("\\s+", 2)[0]).toLocalDateTime();
    }

    private static List<String> lines(Path log, String with) throws IOException {
        return Files.exists(log) ? Files.readAllLines(log).stream().filter(line -> line.contains(with)).toList() : List.of();
    }

    private static List<String> program(String name, String... arguments) {
        return Stream.concat(Stream.of(java(), "-cp", WORK.resolve("app/lib") + "/*", "src/bench/mail/" + name + ".java"), Arrays.stream(arguments)).toList();
    }

    private static String run(String name, List<String> command) throws Exception {
        Process process = start(name, command);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(name + " went wrong: " + Files.readString(WORK.resolve(name + ".err")));
        }
        return Files.readString(WORK.resolve(name + ".txt"));
    }

    private static Process start(String name, List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectOutput(WORK.resolve(name + ".txt").toFile()).redirectError(WORK.resolve(name + ".err").toFile()).start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
