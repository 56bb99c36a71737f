package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.NeedsProgram;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** A machine that does not work is never told to a government as a fault of its file. */
class BrokenMachineTest {

    private static final ExtractionLimits LIMITS = ExtractionLimits.of(Duration.ofSeconds(60), DataSize.ofMegabytes(128));

    @TempDir
    Path folder;

    @Test
    void aFileThatTwoProcessesDieOfIsDamagedWhereAnotherOneIsWell() throws IOException {
        try (Reader reader = reader(request -> request.name().equals("paper.txt"))) {
            assertThat(reader.read(paper(), "paper.txt", new Allowance(LIMITS))).extracting("cause").isEqualTo(Cause.DAMAGED);
        }
    }

    @Test
    void whereEveryProcessDiesTheMachineIsToBlame() throws IOException {
        try (Reader reader = reader(request -> true)) {
            assertThatThrownBy(() -> reader.read(paper(), "paper.txt", new Allowance(LIMITS))).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("machine");
        }
    }

    @Test
    void aProcessThatCannotStartIsNoFaultOfTheFile() throws IOException {
        ExtractionLimits tooSmall = ExtractionLimits.of(Duration.ofSeconds(60), DataSize.ofMegabytes(1));
        try (Reader reader = new Reader(tooSmall, folder.resolve("work"))) {
            assertThatThrownBy(() -> reader.read(paper(), "paper.txt", new Allowance(LIMITS))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anAnswerThatCannotBeWrittenIsNoFaultOfTheFile() throws IOException {
        Path nowhere = folder.resolve("no-such-folder").resolve("answer.json");
        Request request = new Request(paper(), "paper.txt", nowhere, folder, 1000, 0, 0);
        try (ParsingChild child = new ParsingChild(LIMITS, folder)) {
            assertThatThrownBy(() -> child.ask(request, LIMITS.time())).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("NoSuchFile");
        }
    }

    @Test
    void aFullDiskWhileAFileIsReadIsNoFaultOfTheFile() {
        assertThatThrownBy(() -> MachineFault.throwIfOne(new IllegalStateException(new IOException("No space left on device"))))
                .isInstanceOf(MachineFault.class);
    }

    @Test
    void anInterruptIsNoFaultOfTheFile() throws IOException {
        Path paper = paper();
        try (Reader reader = new Reader(LIMITS, folder.resolve("work"))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> reader.read(paper, "paper.txt", new Allowance(LIMITS))).isInstanceOf(IllegalStateException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anInterruptWhileAFileIsReadIsNoFaultOfTheFile() throws IOException {
        Request request = new Request(paper(), "paper.txt", folder.resolve("answer.json"), folder, 1000, 0, 0);
        try (ParsingChild child = new ParsingChild(LIMITS, folder)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> child.ask(request, LIMITS.time())).isInstanceOf(IllegalStateException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    @NeedsProgram("mkfifo")
    void aHangingProcessEndsWithAParentThatIsKilled() throws IOException, InterruptedException {
        Path hanging = folder.resolve("hanging.txt");
        new ProcessBuilder("mkfifo", hanging.toString()).start().waitFor();
        Path requests = Files.writeString(folder.resolve("requests"), JsonMapper.shared().writeValueAsString(
                new Request(hanging, "hanging.txt", folder.resolve("answer.json"), folder, 1000, 0, 0)) + "\n");
        String java = String.join("' '", ParsingChild.command(LIMITS, folder)).replaceFirst("' '\\d+$", "");
        Process parent = new ProcessBuilder("sh", "-c", "'" + java + "' $$ < '" + requests + "' > /dev/null 2>&1 & echo $!; wait").start();
        long pid = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
        Thread.sleep(Duration.ofSeconds(3));
        assertThat(child.isAlive()).isTrue();

        parent.destroyForcibly().waitFor();

        try {
            assertThat(child.onExit().orTimeout(20, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(20));
        } finally {
            child.destroyForcibly();
        }
    }

    private interface Deadly {
        boolean is(Request request);
    }

    /** Processes that die of some files and are real for all others. */
    private Reader reader(Deadly deadly) {
        WorkFolder work = WorkFolder.in(folder.resolve("work"), Instant.now());
        return new Reader(LIMITS, work, () -> new Child() {

            private final Child real = new ParsingChild(LIMITS, work.path());

            @Override
            public End ask(Request request, Duration time) {
                if (deadly.is(request)) {
                    close();
                    return End.DIED;
                }
                return real.ask(request, time);
            }

            @Override
            public void close() {
                real.close();
            }
        });
    }

    private Path paper() throws IOException {
        return Files.writeString(folder.resolve("paper.txt"), "The ministry closed offices and opened one counter for all.");
    }
}
