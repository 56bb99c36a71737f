package org.rapporteur.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads files in processes of its own, as many side by side as the limits say; more callers wait. Whatever a file does to its
 * process, the answer is a {@link Reading}; what a broken machine does is an exception, and no fault of the file.
 */
public final class Reader implements AutoCloseable {

    /** every process that is well reads this */
    private static final String PROBE = "The quick brown fox jumps over the lazy dog, and the parsing process reads about it.";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ExtractionLimits limits;
    private final OcrLimits ocr;
    private final WorkFolder folder;
    private final Supplier<Child> children;
    private final BlockingDeque<Seat> seats = new LinkedBlockingDeque<>();
    /** apart, so that nobody at the desk waits for papers that are being read */
    private final Seat drawing = new Seat();

    /** Reads no pictures of pages. */
    public Reader(ExtractionLimits limits, Path shared) {
        this(limits, OcrLimits.off(), shared);
    }

    /** @param shared for everything temporary, of other processes too; what those left behind that are gone is removed */
    public Reader(ExtractionLimits limits, OcrLimits ocr, Path shared) {
        this(limits, ocr, WorkFolder.in(shared, ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH)), null);
    }

    /** @param children null for parsing processes */
    Reader(ExtractionLimits limits, WorkFolder folder, @Nullable Supplier<Child> children) {
        this(limits, OcrLimits.off(), folder, children);
    }

    private Reader(ExtractionLimits limits, OcrLimits ocr, WorkFolder folder, @Nullable Supplier<Child> children) {
        this.limits = limits;
        this.ocr = ocr;
        this.folder = folder;
        this.children = children == null ? () -> new ParsingChild(limits, folder.path()) : children;
        for (int i = 0; i < limits.processes(); i++) {
            seats.add(new Seat());
        }
    }

    /**
     * Reads a file.
     *
     * @param name as the sender gave it: a hint that the content overrules
     * @param left what may still be unpacked of the delivery; what this file holds is taken off
     * @throws IllegalStateException where the machine does not let it be read; the same file can be tried again
     */
    public Reading read(Path file, String name, Allowance left) {
        try {
            if (Files.size(file) > limits.file().toBytes()) {
                return new Reading.NoText("application/octet-stream", Cause.TOO_LARGE);
            }
            Seat seat = seats.takeFirst();
            try {
                Reading reading = seat.read(file.toAbsolutePath(), name, left);
                if (reading instanceof Reading.Container container) {
                    left.spend(container);
                }
                return reading;
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

    /**
     * A page of a PDF as it is printed.
     *
     * @param page 1-based
     * @return a PNG; empty where it can't be drawn: the file is none or damaged, has no such page, or costs too much
     */
    public Optional<byte[]> picture(Path file, int page) {
        try {
            synchronized (drawing) {
                return Files.size(file) > limits.file().toBytes() ? Optional.empty() : drawing.picture(file.toAbsolutePath(), page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The pictures of a document, in order.
     *
     * @return none where the file can't be read, costs too much, or is of a format of which no pictures are taken
     * @throws IllegalStateException where the machine does not let it be read
     */
    public List<Picture> pictures(Path file) {
        try {
            Seat seat = seats.takeFirst();
            try {
                return seat.pictures(file.toAbsolutePath());
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
        drawing.end();
        folder.close();
    }

    /** A place for one process, which is started when it is needed first and again when it is gone. */
    private final class Seat {

        private @Nullable Child child;

        Reading read(Path file, String name, Allowance left) throws IOException {
            Path answer = folder.path().resolve(UUID.randomUUID() + ".json");
            Request request = new Request(file, name, answer, folder.path(), limits.characters(), left.files(), left.bytes(),
                    ocr.enabled() && Tesseract.isInstalled() ? new Request.Ocr(false, ocr.page().toMillis(), ocr.time().toMillis(), ocr.languages()) : null, false);
            try {
                Child.End end = ask(request);
                if (end == Child.End.DIED) {
                    end = ask(request);
                }
                return switch (end) {
                    case ANSWERED -> seen(request, JSON.readValue(Files.readAllBytes(answer), Reading.class));
                    case TIMED_OUT -> new Reading.NoText("application/octet-stream", Cause.TIMED_OUT);
                    case OUT_OF_MEMORY -> new Reading.NoText("application/octet-stream", Cause.TOO_LARGE);
                    case DIED -> blamed();
                };
            } finally {
                Files.deleteIfExists(answer);
            }
        }

        Optional<byte[]> picture(Path file, int page) throws IOException {
            Path answer = folder.path().resolve(UUID.randomUUID() + ".png");
            try {
                boolean drawn = ask(Request.forPage(file, page, answer, folder.path())) == Child.End.ANSWERED;
                return drawn ? Optional.of(Files.readAllBytes(answer)).filter(png -> png.length > 0) : Optional.empty();
            } finally {
                Files.deleteIfExists(answer);
            }
        }

        List<Picture> pictures(Path file) throws IOException {
            Path answer = folder.path().resolve(UUID.randomUUID() + ".json");
            try {
                Child.End end = ask(Request.forPictures(file, answer, folder.path()));
                return end == Child.End.ANSWERED ? JSON.readValue(Files.readAllBytes(answer), new TypeReference<List<Picture>>() {}) : List.of();
            } finally {
                Files.deleteIfExists(answer);
            }
        }

        /** Pages that can't be read otherwise are read by OCR, which takes its time; where it fails, what was read without it stands. */
        private Reading seen(Request request, Reading reading) throws IOException {
            boolean wanting = reading instanceof Reading.Text text && text.declared() != null
                    || reading instanceof Reading.NoText none && (none.cause() == Cause.SCANNED || none.cause() == Cause.GARBLED);
            if (request.ocr() == null || !wanting || !reading.mediaType().equals("application/pdf")) {
                return reading;
            }
            Child.End end = ask(request.withOcr(), limits.time().plus(ocr.time()));
            return end == Child.End.ANSWERED ? JSON.readValue(Files.readAllBytes(request.answer()), Reading.class) : reading;
        }

        /** Two processes died of the file: it is damaged if a new one is well, else the machine is to blame. */
        private Reading blamed() throws IOException {
            Path probe = folder.path().resolve(UUID.randomUUID() + ".txt");
            Path answer = folder.path().resolve(UUID.randomUUID() + ".json");
            try {
                Files.writeString(probe, PROBE);
                Child.End end = ask(new Request(probe, "probe.txt", answer, folder.path(), limits.characters(), 0, 0));
                if (end != Child.End.ANSWERED || !(JSON.readValue(Files.readAllBytes(answer), Reading.class) instanceof Reading.Text)) {
                    throw new IllegalStateException("no parsing process can read anything (%s); look after memory, disk and Java of this machine"
                            .formatted(end));
                }
                return new Reading.NoText("application/octet-stream", Cause.DAMAGED);
            } finally {
                Files.deleteIfExists(probe);
                Files.deleteIfExists(answer);
            }
        }

        private Child.End ask(Request request) {
            return ask(request, limits.time());
        }

        private Child.End ask(Request request, Duration time) {
            Child asked = child == null ? children.get() : child;
            child = null;
            Child.End end = asked.ask(request, time);
            if (end == Child.End.ANSWERED) {
                child = asked;
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
