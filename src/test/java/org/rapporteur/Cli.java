package org.rapporteur;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the product as its users do: as a process of its own. */
public final class Cli {

    private static final long LONGEST_MINUTES = 4;

    private Cli() {}

    /** How a command ended. */
    public record Result(int status, String out, String err) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    /** Runs a command to its end; its temporary output is kept in the folder. */
    public static Result run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command(List.of(), arguments)).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", arguments) + " did not end: " + Files.readString(err));
        }
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Starts a command and leaves it running. */
    public static Process start(Path out, List<String> properties, String... arguments) throws IOException {
        return new ProcessBuilder(command(properties, arguments)).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    }

    /** What starts a main class of the product or of its tests in a process of its own. */
    public static List<String> java(List<String> properties, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // short lives: what the second compiler would gain, it costs
                "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(properties);
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main.getName()));
        return command;
    }

    private static List<String> command(List<String> properties, String... arguments) {
        return Stream.concat(java(properties, Rapporteur.class).stream(), Stream.of(arguments)).toList();
    }
}
