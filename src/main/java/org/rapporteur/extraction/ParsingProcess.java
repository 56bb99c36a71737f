package org.rapporteur.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process in which files are parsed: a request a line on standard input, a line back when its answer is written. It ends
 * with its parent, and it is ended by its parent where a file costs too much.
 */
final class ParsingProcess {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ParsingProcess() {}

    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        FileReading reading = new FileReading();
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            Request request = JSON.readValue(line, Request.class);
            Files.write(request.answer(), JSON.writeValueAsBytes(reading.read(request)));
            answers.println("done");
            answers.flush();
        }
    }
}
