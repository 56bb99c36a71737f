package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.report.PageNumbers.Unknown;

class LibreOfficeTest {

    @TempDir
    Path folder;

    @Test
    @Timeout(5)
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatHangsIsStoppedInTime() throws IOException {
        Path hanging = executable("#!/bin/sh\nsleep 120\n");

        PageNumbers pages = new LibreOffice(hanging, Duration.ofMillis(300)).pages(new byte[0], folder.resolve("work"));

        assertThat(pages).isInstanceOf(Unknown.class).asString().contains("took longer");
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatWritesNothingLeavesThePagesUnknown() throws IOException {
        Path idle = executable("#!/bin/sh\nexit 1\n");

        PageNumbers pages = new LibreOffice(idle).pages(new byte[0], folder.resolve("work"));

        assertThat(pages).isEqualTo(new Unknown("LibreOffice wrote no document"));
    }

    @Test
    void theProgramIsFoundOnThePathFirst() throws IOException {
        Path program = executable("");

        assertThat(LibreOffice.find(folder.toString(), List.of(Path.of("/elsewhere/soffice")))).contains(program);
    }

    @Test
    void theUsualPlacesComeNext() throws IOException {
        Path program = executable("");

        assertThat(LibreOffice.find("", List.of(program))).contains(program);
    }

    @Test
    void aMachineWithoutItIsNoFailure() {
        assertThat(LibreOffice.find(folder.toString(), List.of())).isEqualTo(Optional.empty());
    }

    private Path executable(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("soffice"), script);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
