package org.rapporteur.extraction;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.rapporteur.passage.Passage;
import org.rapporteur.passage.Splitter;
import org.slf4j.LoggerFactory;

/**
 * Pages of papers as pictures, beside the passages that were taken from them, for people to compare. Started like {@link FaithfulText}, with
 * {@code org.rapporteur.extraction.SampledPages FOLDER OUT SEED}; needs {@code pdftoppm}, LibreOffice and Tesseract.
 *
 * <p>FOLDER holds one folder for each kind of paper. Files that can be opened are drawn by the seed, from the languages in their names in turn, and of each a page;
 * files of word processors are printed to PDF first. OUT gets {@code 01.png}, {@code 01.txt} and so on. Where a format has no pages, a passage
 * belongs to a page that has most of its words.
 */
class SampledPages {

    private static final Map<String, Integer> WANTED = new TreeMap<>(Map.of("indc", 14, "ndc", 5, "office", 4, "converted", 7));
    private static final List<String> PICTURES = List.of(".png", ".gif", ".jpg", ".tsv");
    private static final double MOST = 0.6;

    private record Sample(Path file, int page, Path printed) {}

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        Path folder = Path.of(arguments[0]);
        Path out = Files.createDirectories(Path.of(arguments[1]));
        Random chance = new Random(Long.parseLong(arguments[2]));
        FileReading reading = new FileReading();
        int number = 0;
        for (Map.Entry<String, Integer> kind : WANTED.entrySet()) {
            for (Path file : drawn(folder.resolve(kind.getKey()), kind.getValue(), chance)) {
                number++;
                Path printed = printed(file, out);
                int pages = pages(printed);
                Sample sample = new Sample(file, 1 + chance.nextInt(Math.max(1, pages)), printed);
                String name = String.format(Locale.ROOT, "%02d", number);
                run("pdftoppm", "-r", "80", "-f", String.valueOf(sample.page()), "-l", String.valueOf(sample.page()), "-singlefile", "-png", printed.toString(),
                        out.resolve(name).toString());
                Files.writeString(out.resolve(name + ".txt"), folder.relativize(file) + " page " + sample.page() + " of " + pages + "\n" + passages(reading, sample, out));
                System.out.println(name + " " + folder.relativize(file) + " page " + sample.page());
            }
        }
    }

    /** Files of a kind, from its languages, or formats, in turn. */
    private static List<Path> drawn(Path folder, int wanted, Random chance) throws IOException {
        Map<String, List<Path>> groups = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).filter(file -> PICTURES.stream().noneMatch(file.toString()::endsWith)).sorted()
                    .filter(file -> !file.toString().endsWith(".pdf") || pages(file) > 0)
                    .forEach(file -> groups.computeIfAbsent(group(file), key -> new ArrayList<>()).add(file));
        }
        groups.values().forEach(files -> Collections.shuffle(files, chance));
        List<Path> drawn = new ArrayList<>();
        while (drawn.size() < wanted && groups.values().stream().anyMatch(files -> !files.isEmpty())) {
            groups.values().stream().filter(files -> !files.isEmpty()).limit(wanted - drawn.size()).map(List::removeLast).forEach(drawn::add);
        }
        return drawn;
    }

    private static String group(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".pdf") ? name.replaceFirst(".*_", "") : name.replaceFirst(".*\\.", "");
    }

    private static Path printed(Path file, Path out) throws Exception {
        if (file.toString().endsWith(".pdf")) {
            return file;
        }
        Path folder = Files.createDirectories(out.resolve("printed").resolve(group(file)));
        run("soffice", "--headless", "-env:UserInstallation=" + out.resolve("office").toUri(), "--convert-to", "pdf", "--outdir", folder.toString(), file.toString());
        return folder.resolve(file.getFileName().toString().replaceFirst("\\.\\w+$", ".pdf"));
    }

    private static int pages(Path printed) {
        try (PDDocument document = Loader.loadPDF(printed.toFile())) {
            return document.getNumberOfPages();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static String passages(FileReading reading, Sample sample, Path out) throws Exception {
        Request.Ocr ocr = new Request.Ocr(true, 30_000, 600_000, "eng+fra+spa");
        Reading read = reading.read(new Request(sample.file(), sample.file().getFileName().toString(), out, out, 5_000_000, 250, 200_000_000, ocr));
        if (!(read instanceof Reading.Text text)) {
            return read + "\n";
        }
        Set<String> words = text.pages() == null ? words(sample) : Set.of();
        StringBuilder all = new StringBuilder();
        int start = 0;
        List<Integer> starts = new ArrayList<>();
        for (Block block : text.blocks()) {
            starts.add(start);
            start += block.text().length() + 1;
        }
        for (Passage passage : new Splitter().split(1, text.blocks(), text.language())) {
            StringBuilder one = new StringBuilder();
            boolean here = false;
            for (int i = 0; i < text.blocks().size(); i++) {
                Block block = text.blocks().get(i);
                if (starts.get(i) < passage.locator().end() && starts.get(i) + block.text().length() > passage.locator().start()) {
                    one.append("   ").append(block.kind()).append(block.page() == null ? "" : " p" + block.page()).append(block.label() == null ? "" : " [" + block.label() + "]")
                            .append(": ").append(block.text()).append('\n');
                    here |= block.page() != null && (block.page() == sample.page() || block.page() == sample.page() - 1 && i + 1 < text.blocks().size()
                            && text.blocks().get(i + 1).page() == sample.page());
                }
            }
            if (here || !words.isEmpty() && isOn(passage.text(), words)) {
                all.append("PASSAGE ").append(passage.ordinal()).append(" page ").append(passage.locator().page()).append(" para ").append(passage.locator().paragraph())
                        .append(' ').append(passage.language()).append(' ').append(passage.confidence() == null ? "" : "sure " + passage.confidence() + " ")
                        .append(passage.locator().headingPath()).append('\n').append(one);
            }
        }
        return all.toString();
    }

    private static boolean isOn(String passage, Set<String> words) {
        List<String> pairs = pairs(passage);
        return pairs.stream().filter(words::contains).count() > MOST * pairs.size();
    }

    /** Every two words of a page that follow one another. */
    private static Set<String> words(Sample sample) throws IOException {
        try (PDDocument document = Loader.loadPDF(sample.printed().toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(sample.page());
            stripper.setEndPage(sample.page());
            return new HashSet<>(pairs(stripper.getText(document)));
        }
    }

    private static List<String> pairs(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+");
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            pairs.add(words[i - 1] + " " + words[i]);
        }
        return pairs;
    }

    private static void run(String... command) throws Exception {
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
