package org.rapporteur.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/** The parent's end of one parsing process. */
final class ParsingChild implements Child {

    /** how the JVM exits with -XX:+ExitOnOutOfMemoryError */
    private static final int OUT_OF_MEMORY = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final BufferedReader answers;

    ParsingChild(ExtractionLimits limits, Path workFolder) {
        try {
            process = new ProcessBuilder(command(limits, workFolder)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public End ask(Request request, Duration time) {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(this::line, Thread::startVirtualThread);
        try {
            process.getOutputStream().write((JSON.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return ended(answer.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLong) {
            close();
            return End.TIMED_OUT;
        } catch (IOException | ExecutionException gone) {
            return died();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException("reading was interrupted", ended);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private End ended(String line) {
        if (line.isEmpty()) {
            return died();
        }
        if (!line.equals(ParsingProcess.DONE)) {
            close();
            throw new IllegalStateException("the parsing process could not work: " + line + "; look after the disk of the data folder");
        }
        return End.ANSWERED;
    }

    private End died() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        boolean memory = !process.isAlive() && process.exitValue() == OUT_OF_MEMORY;
        close();
        return memory ? End.OUT_OF_MEMORY : End.DIED;
    }

    private String line() {
        try {
            String line = answers.readLine();
            return line == null ? "" : line;
        } catch (IOException gone) {
            return "";
        }
    }

    /** How the process is started; the last word is the process id of its parent. */
    static List<String> command(ExtractionLimits limits, Path workFolder) {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.memory().toMegabytes() + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto",
                "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + workFolder, "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener", "-cp", classPath));
        if (isFatJar(classPath)) {
            command.add(command.size() - 2, "-Dloader.main=" + ParsingProcess.class.getName());
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add(ParsingProcess.class.getName());
        }
        command.add(String.valueOf(ProcessHandle.current().pid()));
        return command;
    }

    private static boolean isFatJar(String classPath) {
        return !classPath.contains(java.io.File.pathSeparator) && classPath.endsWith(".jar") && Files.isRegularFile(Path.of(classPath))
                && ParsingProcess.class.getResource("ParsingProcess.class").toString().contains("BOOT-INF");
    }
}
