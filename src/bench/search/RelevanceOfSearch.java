import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * nDCG@10 of the search of the desk over {@code sample-reports/}, beside plain BM25, for the questions of {@code questions.jsonl}. Start it from the
 * project's folder after {@code mvn -DskipTests package}: {@code java src/bench/search/RelevanceOfSearch.java}.
 */
class RelevanceOfSearch {

    private static final Path WORK = Path.of("target/bench");

    public static void main(String[] arguments) throws Exception {
        Path application = WORK.resolve("search-app");
        Path classes = Files.createDirectories(WORK.resolve("relevance-classes"));
        run(java("java"), "-Djarmode=tools", "-jar", "target/rapporteur.jar", "extract", "--force", "--destination", application.toString());
        Path data = WORK.resolve("relevance-data");
        if (!Files.exists(data)) {
            run("target/rapporteur", "ingest", "sample-reports", "--data", data.toString(), "--quiet");
        }
        String path = "%s:target/classes:%s".formatted(classes, application.resolve("lib") + "/*");
        run(java("javac"), "-nowarn", "-parameters", "-cp", path, "-d", classes.toString(), "src/bench/search/RelevanceRun.java");
        run(new ArrayList<>(List.of(java("java"), "-Xmx1g", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-cp", path,
                "org.rapporteur.desk.RelevanceRun", data.toAbsolutePath().toString())).toArray(String[]::new));
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static void run(String... command) throws Exception {
        int ended = new ProcessBuilder(List.of(command)).redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
        if (ended != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + ended);
        }
    }
}
