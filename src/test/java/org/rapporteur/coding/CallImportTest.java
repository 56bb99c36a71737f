package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Databases;
import org.rapporteur.Rows;
import org.rapporteur.call.CallContents;

class CallImportTest {

    @TempDir
    Path folder;

    @Test
    void aQuestionAnsweredByACodeThatTheCodebookDoesNotHaveStopsTheStart() throws IOException {
        Path call = Files.createDirectories(folder.resolve("MINE")).resolve("call.yaml");
        Files.writeString(call, Files.readString(Path.of("src/main/resources/calls/MCH-2004/call.yaml"))
                .replace("answeredBy: [partnership]", "answeredBy: [partnerships]"));

        assertThatThrownBy(() -> new CallImport(CallContents.store(new Rows(Databases.h2())), folder).afterPropertiesSet())
                .isInstanceOf(FaultyCall.class).hasMessageContaining("answeredBy names 'partnerships'");
    }
}
