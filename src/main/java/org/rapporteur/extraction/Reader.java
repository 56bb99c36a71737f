package org.rapporteur.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads files in processes of its own, as many side by side as the limits say; more callers wait. Whatever a file does to its
 * process, the answer is a {@link Reading}.
 */
public final class Reader implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ExtractionLimits limits;
    private final Path workFolder;
    private final BlockingDeque<Seat> seats = new LinkedBlockingDeque<>();

    /** @param workFolder for everything temporary */
    public Reader(ExtractionLimits limits, Path workFolder) {
        this.limits = limits;
        this.workFolder = workFolder;
        for (int i = 0; i < limits.processes(); i++) {
            seats.add(new Seat());
        }
    }

    /**
     * Reads a file.
     *
     * @param name as the sender gave it: a hint that the content overrules
     */
    public Reading read(Path file, String name) {
        try {
            if (Files.size(file) > limits.file().toBytes()) {
                return new Reading.NoText("application/octet-stream", Cause.TOO_LARGE);
            }
            Seat seat = seats.takeFirst();
            try {
                return read(seat, file, name);
            } finally {
                seats.addFirst(seat);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was interrupted", ended);
        }
    }

    @Override
    public void close() {
        seats.forEach(Seat::end);
    }

    private Reading read(Seat seat, Path file, String name) throws IOException {
        Files.createDirectories(workFolder);
        Path answer = workFolder.resolve(UUID.randomUUID() + ".json");
        Request request = new Request(file.toAbsolutePath(), name, answer, workFolder, limits.characters(), limits.unpackedFiles(),
                limits.unpacked().toBytes());
        try {
            ParsingChild.End end = seat.ask(request);
            if (end == ParsingChild.End.DIED) {
                end = seat.ask(request);
            }
            return switch (end) {
                case ANSWERED -> JSON.readValue(Files.readAllBytes(answer), Reading.class);
                case TIMED_OUT -> new Reading.NoText("application/octet-stream", Cause.TIMED_OUT);
                case OUT_OF_MEMORY -> new Reading.NoText("application/octet-stream", Cause.TOO_LARGE);
                case DIED -> new Reading.NoText("application/octet-stream", Cause.DAMAGED);
            };
        } finally {
            Files.deleteIfExists(answer);
        }
    }

    /** A place for one process, which is started when it is needed first and again when it is gone. */
    private final class Seat {

        private ParsingChild child;

        ParsingChild.End ask(Request request) {
            if (child == null) {
                child = new ParsingChild(limits, workFolder);
            }
            ParsingChild.End end = child.ask(request, limits.time());
            if (end != ParsingChild.End.ANSWERED) {
                child = null;
            }
            return end;
        }

        void end() {
            if (child != null) {
                child.close();
            }
        }
    }
}
