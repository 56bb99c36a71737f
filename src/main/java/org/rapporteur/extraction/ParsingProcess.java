package org.rapporteur.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process in which files are parsed: a request a line on standard input, a line back when its answer is written or could not
 * be for a reason of the machine. It ends with its parent, and it is ended by its parent where a file costs too much.
 */
final class ParsingProcess {

    static final String DONE = "done";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ParsingProcess() {}

    /** @param args the process id of the parent */
    public static void main(String[] args) throws IOException {
        endWithParent(Long.parseLong(args[0]));
        PrintStream answers = System.out;
        System.setOut(System.err);
        FileReading reading = new FileReading();
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            answers.println(answer(reading, JSON.readValue(line, Request.class)));
            answers.flush();
        }
    }

    /** @return {@value #DONE}, or what is wrong with the machine in one line */
    private static String answer(FileReading reading, Request request) {
        try {
            Files.write(request.answer(), answered(reading, request));
            return DONE;
        } catch (IOException | MachineFault fault) {
            return String.valueOf(fault.getMessage()).replaceAll("\\R", " ") + " (" + fault.getClass().getSimpleName() + ")";
        }
    }

    private static byte[] answered(FileReading reading, Request request) throws IOException, MachineFault {
        return request.page() != null ? PagePicture.png(request.file(), request.page())
                : JSON.writeValueAsBytes(request.pictures() ? DocumentPictures.of(request.file()) : reading.read(request));
    }

    /** The end of standard input is seen between two files only; a parse that hangs would go on for ever without its parent. */
    private static void endWithParent(long parent) {
        Thread watch = new Thread(() -> {
            while (ProcessHandle.current().parent().filter(now -> now.pid() == parent && now.isAlive()).isPresent()) {
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException nobodyDoes) {
                    break;
                }
            }
            Runtime.getRuntime().halt(1);
        }, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
