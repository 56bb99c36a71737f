package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    private static final Instant STARTED = Instant.parse("2030-01-01T12:00:00Z");

    @TempDir
    Path shared;

    @Test
    void whatADeadProcessLeftGoes() throws IOException {
        Path dead = Files.createDirectory(shared.resolve("dead"));
        Files.writeString(dead.resolve("lock"), "");
        Files.writeString(dead.resolve("a.part"), "left");
        touched(dead, STARTED.minusSeconds(1));

        WorkFolder.in(shared, STARTED).close();

        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void whatALivingProcessUsesStays() throws IOException {
        try (WorkFolder living = WorkFolder.in(shared, STARTED)) {
            Path part = Files.writeString(living.path().resolve("a.part"), "in use");
            touched(living.path(), STARTED.minus(Duration.ofDays(2)));

            WorkFolder.in(shared, STARTED).close();

            assertThat(part).exists();
        }
    }

    @Test
    void whatIsYoungerThanThisProcessStays() throws IOException {
        Path young = Files.createDirectory(shared.resolve("young"));
        touched(young, STARTED.plusSeconds(1));

        WorkFolder.in(shared, STARTED).close();

        assertThat(young).exists();
    }

    @Test
    void looseFilesGoWhenNobodyCanBeWritingThemStill() throws IOException {
        Path old = touched(Files.writeString(shared.resolve("old"), ""), STARTED.minus(Duration.ofHours(2)));
        Path fresh = touched(Files.writeString(shared.resolve("fresh"), ""), STARTED.minus(Duration.ofMinutes(1)));

        WorkFolder.in(shared, STARTED).close();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    private static Path touched(Path path, Instant at) throws IOException {
        return Files.setLastModifiedTime(path, FileTime.from(at));
    }
}
