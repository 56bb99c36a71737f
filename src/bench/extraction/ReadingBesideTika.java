package org.rapporteur.extraction;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.slf4j.LoggerFactory;

/**
 * How fast papers are read to blocks, beside Tika that only takes their text out. Started like {@link FaithfulText}, with
 * {@code org.rapporteur.extraction.ReadingBesideTika FOLDER [THREADS] [ROUNDS]}.
 *
 * <p>The files are those below FOLDER that are read as text (no scans, no pictures), in the same order for both;
 * pictures are not read by OCR. After two rounds of each
 * that do not count, the two take turns; printed are the medians of all rounds in MB of files a second, and the ratio. Both run in this
 * process: what a parsing process costs is the subject of {@code src/bench/ingest}.
 */
class ReadingBesideTika {

    private static final int WARM_UP = 2;

    private interface Way {
        void read(Path file) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        ThreadLocal<FileReading> reading = ThreadLocal.withInitial(() -> {
            try {
                return new FileReading();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                if (reading.get().read(request(file)) instanceof Reading.Text) {
                    files.add(file);
                }
            }
        }
        AutoDetectParser parser = new AutoDetectParser();
        TesseractOCRConfig ocr = new TesseractOCRConfig();
        ocr.setSkipOcr(true);
        PDFParserConfig pages = new PDFParserConfig();
        pages.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        Way ours = file -> reading.get().read(request(file));
        Way tika = file -> {
            // the parser of PDF counts in it: not to be shared
            ParseContext withoutOcr = new ParseContext();
            withoutOcr.set(TesseractOCRConfig.class, ocr);
            withoutOcr.set(PDFParserConfig.class, pages);
            try (InputStream in = Files.newInputStream(file)) {
                parser.parse(in, new BodyContentHandler(-1), new Metadata(), withoutOcr);
            }
        };
        double bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        double[] ourSeconds = new double[rounds];
        double[] tikaSeconds = new double[rounds];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int round = -WARM_UP; round < rounds; round++) {
                double one = seconds(pool, files, tika);
                double other = seconds(pool, files, ours);
                if (round >= 0) {
                    tikaSeconds[round] = one;
                    ourSeconds[round] = other;
                }
            }
        }
        double own = bytes / 1e6 / median(ourSeconds);
        double bare = bytes / 1e6 / median(tikaSeconds);
        System.out.printf(Locale.ROOT, "%d files, %.1f MB, %d threads: bare Tika %.2f MB/s, blocks %.2f MB/s, ratio %.2f%n", files.size(), bytes / 1e6,
                threads, bare, own, own / bare);
    }

    private static double seconds(ExecutorService pool, List<Path> files, Way way) throws Exception {
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (Path file : files) {
            running.add(pool.submit((Callable<Object>) () -> {
                way.read(file);
                return file;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Request request(Path file) {
        return new Request(file, file.getFileName().toString(), Path.of("unused"), Path.of("unused"), 5_000_000, 250, 200_000_000);
    }
}
