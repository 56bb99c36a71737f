package org.rapporteur.extraction;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads pictures of pages with the program of that name, one process a page. */
final class Tesseract {

    private static final String PROGRAM = "tesseract";
    /** columns of its table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text */
    private static final int COLUMNS = 12;
    /** letters of a word rise this much less than their size */
    private static final float RISE = 1.3f;
    /** of 100: lines that are less sure are stamps, stains and borders */
    private static final int NOISE = 30;

    private final Path folder;
    private final long pageMillis;
    private final String languages;

    /** @param folder for what is temporary */
    Tesseract(Path folder, Request.Ocr ocr) throws IOException {
        this.folder = folder;
        pageMillis = ocr.pageMillis();
        languages = installed(ocr.languages());
    }

    static boolean isInstalled() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator)).filter(one -> !one.isBlank())
                .anyMatch(one -> Files.isExecutable(Path.of(one, PROGRAM)) || Files.isExecutable(Path.of(one, PROGRAM + ".exe")));
    }

    /**
     * The lines of a page, with how sure Tesseract is of each.
     *
     * @param page in shades of grey
     * @param scale dots of the picture for one point of the page
     * @return empty where it took too long or failed; a page without text has no lines
     */
    Optional<List<PrintedLine>> read(BufferedImage page, float scale) throws IOException {
        Path picture = Files.createTempFile(folder, "page", ".pgm");
        try {
            write(page, picture);
            return run(List.of(PROGRAM, picture.toString(), "stdout", "-l", languages, "--dpi", String.valueOf(Math.round(72 * scale)), "tsv"), pageMillis)
                    .map(table -> lines(table, scale));
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    /** Of these languages those that are installed; English where none is. */
    private String installed(String wanted) throws IOException {
        List<String> there = run(List.of(PROGRAM, "--list-langs"), pageMillis).map(text -> text.lines().toList()).orElse(List.of());
        String found = Stream.of(wanted.split("\\+")).filter(there::contains).collect(Collectors.joining("+"));
        return found.isEmpty() ? "eng" : found;
    }

    private Optional<String> run(List<String> command, long millis) throws IOException {
        Path out = Files.createTempFile(folder, "page", ".tsv");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(out.toFile());
            // as many processes as there are readers already; its threads would only wait for one another
            builder.environment().put("OMP_THREAD_LIMIT", "1");
            Process process = builder.start();
            boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            return ended && process.exitValue() == 0 ? Optional.of(Files.readString(out)) : Optional.empty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            Files.deleteIfExists(out);
        }
    }

    /** The plainest format that it reads: packing costs more time than writing. */
    private static void write(BufferedImage page, Path picture) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(picture))) {
            out.write("P5 %d %d 255\n".formatted(page.getWidth(), page.getHeight()).getBytes(StandardCharsets.US_ASCII));
            out.write(((DataBufferByte) page.getRaster().getDataBuffer()).getData());
        }
    }

    private static List<PrintedLine> lines(String table, float scale) {
        Map<String, List<String[]>> rows = new LinkedHashMap<>();
        table.lines().map(line -> line.split("\t", COLUMNS)).filter(row -> row.length == COLUMNS && row[0].equals("5") && !row[COLUMNS - 1].isBlank())
                .forEach(row -> rows.computeIfAbsent(String.join("/", List.of(row).subList(1, 5)), key -> new ArrayList<>()).add(row));
        List<Float> heights = rows.values().stream().flatMap(List::stream).map(row -> Float.parseFloat(row[9])).sorted().toList();
        float size = heights.isEmpty() ? 1 : Math.max(1, heights.get(heights.size() / 2) * RISE / scale);
        return rows.values().stream().map(words -> line(words, scale, size)).filter(line -> line.confidence() >= NOISE).toList();
    }

    /** All words of a page are taken for one size: the height of a word depends on its letters. */
    private static PrintedLine line(List<String[]> rows, float scale, float size) {
        List<Float> bottoms = rows.stream().map(row -> Float.parseFloat(row[7]) + Float.parseFloat(row[9])).sorted().toList();
        float base = bottoms.get(bottoms.size() / 2) / scale;
        List<PrintedWord> words = new ArrayList<>();
        for (String[] row : rows) {
            float left = Float.parseFloat(row[6]) / scale;
            words.add(new PrintedWord(StorableText.of(row[COLUMNS - 1]).strip(), left, left + Float.parseFloat(row[8]) / scale, base, size, false, true));
        }
        double sure = rows.stream().mapToDouble(row -> Double.parseDouble(row[10])).average().orElse(0);
        return new PrintedLine(words, Math.clamp(Math.round(sure), 0, 100));
    }
}
