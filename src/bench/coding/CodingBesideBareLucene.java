import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Passages per second of the coder, with cues alone and with its model, beside a bare Lucene run of the same cue queries over the same
 * batches, in one run. Start it from the project's folder after {@code mvn -DskipTests package}:
 * {@code java src/bench/coding/CodingBesideBareLucene.java [BATCH [ROUNDS]]}; the passages are those that ship to be learnt from, in batches of
 * BATCH (default 500), ROUNDS times (default 5); the best round of each counts.
 */
class CodingBesideBareLucene {

    private static final Path WORK = Path.of("target/bench");

    public static void main(String[] arguments) throws Exception {
        Path application = WORK.resolve("coding-app");
        Path classes = Files.createDirectories(WORK.resolve("coding-classes"));
        run(java("java"), "-Djarmode=tools", "-jar", "target/rapporteur.jar", "extract", "--force", "--destination", application.toString());
        String path = "%s:target/classes:%s".formatted(classes, application.resolve("lib") + "/*");
        run(java("javac"), "-nowarn", "-cp", path, "-d", classes.toString(), "src/bench/coding/CodingRun.java");
        run(java("java"), "-Xmx2g", "--add-modules", "jdk.incubator.vector", "-cp", path, "org.rapporteur.coding.CodingRun",
                arguments.length > 0 ? arguments[0] : "500", arguments.length > 1 ? arguments[1] : "5");
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static void run(String... command) throws Exception {
        int ended = new ProcessBuilder(List.of(command)).redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        if (ended != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + ended);
        }
    }
}
