package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.NeedsProgram.Condition;

class NeedsProgramTest {

    @TempDir
    Path folder;

    @Test
    void runsWhereTheProgramIsThere() throws IOException {
        assertThat(Files.createFile(folder.resolve("soffice")).toFile().setExecutable(true)).isTrue();

        assertThat(new Condition(folder.toString(), false).decide("soffice", "a test").isDisabled()).isFalse();
    }

    @Test
    void skipsWithALineThatNamesTheMissingProgram() {
        var decision = new Condition(folder.toString(), false).decide("soffice", "a test");

        assertThat(decision.isDisabled()).isTrue();
        assertThat(decision.getReason()).hasValueSatisfying(line -> assertThat(line).contains("a test", "soffice"));
    }

    @Test
    void failsWhereEveryPartMustBeThere() {
        var condition = new Condition(folder.toString(), true);

        assertThatThrownBy(() -> condition.decide("soffice", "a test")).hasMessageContaining("soffice");
    }
}
