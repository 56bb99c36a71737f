package org.rapporteur.extraction;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.LoggerFactory;

/**
 * What is left in the blocks of PDF papers that a printed page put there, and what is lost. Start it from the project's folder after
 * {@code mvn -DskipTests package}:
 *
 * <pre>
 * java -Djarmode=tools -jar target/rapporteur.jar extract --destination target/bench/app
 * javac -d target/bench/extraction -cp 'target/classes:target/bench/app/lib/*' src/bench/extraction/*.java
 * java -cp 'target/bench/extraction:target/classes:target/bench/app/lib/*' org.rapporteur.extraction.FaithfulText FOLDER [--blocks FILE]
 * </pre>
 *
 * FOLDER holds papers; only PDFs with text are judged. {@code --blocks FILE} prints the blocks of one file page by page instead. The judge
 * is PDFBox's plain text sorted by place on the page, and knows nothing of how the blocks were made:
 * <ul>
 * <li>furniture: one of the first two or last two lines of a page that at least three pages and a quarter of all have there, digits taken
 * as equal; it is left in where the letters and digits of a block of that page, or of the one before, hold those of the line; a line of less than four of them is, where a
 * block of that page is nothing else;
 * <li>divided: a line ends in a hyphen and the next begins with a small letter; it is left in where a block has hyphen and space between
 * the halves, or the hyphen alone though the whole word stands somewhere in the papers;
 * <li>broken: a paragraph or item without a stop at its end, after which a paragraph or heading begins with a small letter;
 * <li>kept: the share of the words of the plain text, furniture aside, that the blocks have too, word for word as often.
 * </ul>
 */
class FaithfulText {

    private static final Pattern HALF = Pattern.compile("(?s).*?([\\p{L}\\p{M}]{2,})[-\u2010]$");
    private static final Pattern OTHER_HALF = Pattern.compile("(?s)^(\\p{Ll}[\\p{L}\\p{M}]+).*");
    private static final Set<String> SUSPENDING = Set.of("and", "or", "et", "ou", "und", "y", "o");

    /** Counts of one paper, or of all. */
    private static final class Figures {
        int pages, blocks, furniture, furnitureLeft, divided, dividedLeft, broken, tiny, huge;
        long words, kept;

        void add(Figures other) {
            pages += other.pages;
            blocks += other.blocks;
            furniture += other.furniture;
            furnitureLeft += other.furnitureLeft;
            divided += other.divided;
            dividedLeft += other.dividedLeft;
            broken += other.broken;
            tiny += other.tiny;
            huge += other.huge;
            words += other.words;
            kept += other.kept;
        }

        void print(String name) {
            System.out.printf(Locale.ROOT, "%-44s %5d %6d %6d %6d %6d %6d %6d %6d %6d %8d %6.3f%n", name.substring(0, Math.min(44, name.length())), pages,
                    blocks, furniture, furnitureLeft, divided, dividedLeft, broken, tiny, huge, words, words == 0 ? 1.0 : (double) kept / words);
        }
    }

    private record Paper(Path file, Reading.Text text, List<List<String>> pages) {}

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        FileReading reading = new FileReading();
        if (arguments.length > 2) {
            for (Path file : files) {
                if (file.toString().contains(arguments[2])) {
                    print(read(reading, file));
                }
            }
            return;
        }
        List<Paper> papers = new ArrayList<>();
        for (Path file : files) {
            Reading read = read(reading, file);
            if (read instanceof Reading.Text text && text.mediaType().equals("application/pdf")) {
                papers.add(new Paper(file, text, pages(file)));
            } else if (!(read instanceof Reading.Text)) {
                System.out.println(file.getFileName() + ": " + read);
            }
        }
        Set<String> vocabulary = new HashSet<>();
        papers.forEach(paper -> paper.pages().forEach(page -> page.forEach(line -> vocabulary.addAll(inside(line)))));
        System.out.printf("%-44s %5s %6s %6s %6s %6s %6s %6s %6s %6s %8s %6s%n", "", "pages", "blocks", "furn", "left", "divid", "left", "broken",
                "<5w", ">250w", "words", "kept");
        Figures sum = new Figures();
        for (Paper paper : papers) {
            Figures one = judge(paper, vocabulary);
            one.print(paper.file().getFileName().toString());
            sum.add(one);
        }
        sum.print(papers.size() + " papers");
    }

    private static Reading read(FileReading reading, Path file) throws Exception {
        return reading.read(new Request(file, file.getFileName().toString(), Path.of("unused"), Path.of("unused"), 5_000_000, 250, 200_000_000));
    }

    private static void print(Reading reading) {
        if (!(reading instanceof Reading.Text text)) {
            System.out.println(reading);
            return;
        }
        System.out.println(text.mediaType() + " " + text.pages() + " pages " + text.language());
        for (Block block : text.blocks()) {
            System.out.printf("p%s %s%s%s%s %s%n", block.page(), block.kind(), block.level() == 0 ? "" : " " + block.level(),
                    block.label() == null ? "" : " [" + block.label() + "]", block.language() == null ? "" : " " + block.language(), block.text());
        }
    }

    private static Figures judge(Paper paper, Set<String> vocabulary) {
        Figures figures = new Figures();
        List<Block> blocks = paper.text().blocks();
        figures.pages = paper.pages().size();
        figures.blocks = blocks.size();
        Map<String, Integer> counts = new HashMap<>();
        for (List<String> page : paper.pages()) {
            edges(page).stream().map(FaithfulText::key).distinct().forEach(key -> counts.merge(key, 1, Integer::sum));
        }
        int enough = Math.max(3, (paper.pages().size() + 3) / 4);
        Map<String, Integer> wanted = new TreeMap<>();
        for (int number = 1; number <= paper.pages().size(); number++) {
            List<String> page = paper.pages().get(number - 1);
            List<String> furniture = edges(page).stream().filter(line -> counts.get(key(line)) >= enough).toList();
            figures.furniture += furniture.size();
            for (String line : furniture) {
                if (isLeft(line, number, blocks)) {
                    figures.furnitureLeft++;
                }
            }
            page.stream().filter(line -> !furniture.contains(line)).forEach(line -> words(line).forEach(word -> wanted.merge(word, 1, Integer::sum)));
            divided(figures, page, blocks, vocabulary);
        }
        Map<String, Integer> have = new HashMap<>();
        blocks.forEach(block -> words(block.text()).forEach(word -> have.merge(word, 1, Integer::sum)));
        wanted.forEach((word, count) -> {
            figures.words += count;
            figures.kept += Math.min(count, have.getOrDefault(word, 0));
        });
        for (int i = 0; i < blocks.size(); i++) {
            int length = blocks.get(i).text().split("\\s+").length;
            figures.tiny += length < 5 && blocks.get(i).kind() == BlockKind.PARAGRAPH ? 1 : 0;
            figures.huge += length > 250 ? 1 : 0;
            figures.broken += i > 0 && isBroken(blocks.get(i - 1), blocks.get(i)) ? 1 : 0;
        }
        return figures;
    }

    private static boolean isBroken(Block one, Block next) {
        return one.kind() != BlockKind.TABLE_ROW && (next.kind() == BlockKind.PARAGRAPH || next.kind() == BlockKind.HEADING)
                && !one.text().matches("(?s).*[.!?:;»\"”)]$") && Character.isLowerCase(next.text().codePointAt(0)) && !Bullets.starts(next.text());
    }

    private static boolean isLeft(String line, int page, List<Block> blocks) {
        String letters = line.replaceAll("[^\\p{L}\\p{N}]+", "");
        for (Block block : blocks) {
            boolean near = block.page() == null || block.page() == page || block.page() == page - 1;
            if (near && (letters.length() < 4 ? block.page() == page && block.text().equals(line.strip())
                    : block.text().replaceAll("[^\\p{L}\\p{N}]+", "").contains(letters))) {
                return true;
            }
        }
        return false;
    }

    private static void divided(Figures figures, List<String> page, List<Block> blocks, Set<String> vocabulary) {
        for (int i = 0; i + 1 < page.size(); i++) {
            Matcher half = HALF.matcher(page.get(i).strip());
            Matcher other = OTHER_HALF.matcher(page.get(i + 1).strip());
            if (half.matches() && other.matches() && !SUSPENDING.contains(other.group(1))) {
                figures.divided++;
                String apart = half.group(1) + "- " + other.group(1);
                String hyphen = half.group(1) + "-" + other.group(1);
                boolean known = vocabulary.contains((half.group(1) + other.group(1)).toLowerCase(Locale.ROOT));
                if (blocks.stream().anyMatch(block -> block.text().contains(apart) || known && !vocabulary.contains(hyphen.toLowerCase(Locale.ROOT))
                        && block.text().contains(hyphen))) {
                    figures.dividedLeft++;
                }
            }
        }
    }

    /** Words of a line but for the first and the last, which may be halves. */
    private static List<String> inside(String line) {
        String[] words = line.strip().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}-]+");
        return words.length < 3 ? List.of() : List.of(words).subList(1, words.length - 1);
    }

    private static List<String> words(String line) {
        return Stream.of(line.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")).filter(word -> word.length() > 1).toList();
    }

    private static List<String> edges(List<String> page) {
        Set<String> edges = new java.util.LinkedHashSet<>(page.subList(0, Math.min(2, page.size())));
        edges.addAll(page.subList(Math.max(0, page.size() - 2), page.size()));
        return List.copyOf(edges);
    }

    private static String key(String line) {
        return line.replaceAll("\\d+", "#").replaceAll("(?U)\\s+", "");
    }

    private static List<List<String>> pages(Path file) throws IOException {
        List<List<String>> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).lines().filter(line -> !line.isBlank()).map(String::strip).toList());
            }
        }
        return pages;
    }
}
