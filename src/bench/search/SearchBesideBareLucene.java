import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches of the desk, with counts by field and marks, beside the same queries through bare Lucene, over a generated collection, in one run. Start
 * it from the project's folder after {@code mvn -DskipTests package}: {@code java src/bench/search/SearchBesideBareLucene.java [PASSAGES]}, a million
 * unless told otherwise; the index goes to {@code target/bench/search-index-PASSAGES} and is used again.
 */
class SearchBesideBareLucene {

    private static final Path WORK = Path.of("target/bench");

    public static void main(String[] arguments) throws Exception {
        Path application = WORK.resolve("search-app");
        Path classes = Files.createDirectories(WORK.resolve("search-classes"));
        run(java("java"), "-Djarmode=tools", "-jar", "target/rapporteur.jar", "extract", "--force", "--destination", application.toString());
        String path = "%s:target/classes:%s".formatted(classes, application.resolve("lib") + "/*");
        run(java("javac"), "-nowarn", "-cp", path, "-d", classes.toString(), "src/bench/search/SearchRun.java", "src/bench/search/GeneratedPassages.java");
        List<String> command = new ArrayList<>(List.of(java("java"), "-Xmx3g", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-cp", path,
                "org.rapporteur.search.SearchRun"));
        command.add(arguments.length > 0 ? arguments[0] : "1000000");
        run(command.toArray(String[]::new));
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
