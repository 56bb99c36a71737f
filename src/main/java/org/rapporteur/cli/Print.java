package org.rapporteur.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Prints an answer: one JSON object for programs, lines for people. */
final class Print {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final boolean json;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Print(boolean json) {
        this.json = json;
    }

    static Print of(CommonOptions options) {
        return new Print(options.json());
    }

    void show(Object object, Supplier<List<String>> lines) {
        if (json) {
            out.println(JSON.writeValueAsString(object));
        } else {
            lines.get().forEach(out::println);
        }
    }
}
