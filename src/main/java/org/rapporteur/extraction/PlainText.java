package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Blocks of text whose lines were broken by hand: paragraphs end at blank lines, printed numbers and bullets. */
final class PlainText {

    private static final Pattern NUMBERED = Pattern.compile("^\\s*[(\\[]?\\d{1,3}[.)\\]]\\s+\\S.*");
    private static final int LONGEST_HEADING = 80;

    private PlainText() {}

    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        for (String stretch : text.split("\\R\\s*\\R")) {
            List<String> open = new ArrayList<>();
            for (String line : stretch.split("\\R")) {
                if (!open.isEmpty() && (NUMBERED.matcher(line).matches() || Bullets.starts(line.strip()))) {
                    add(blocks, open);
                    open.clear();
                }
                if (!line.isBlank() && !line.strip().matches("[=\\-_*#~ ]{3,}")) {
                    open.add(line);
                }
            }
            add(blocks, open);
        }
        return blocks;
    }

    private static void add(List<Block> blocks, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        if (lines.size() > 1 && lines.stream().allMatch(line -> line.strip().matches(".*\\S(\\t| {3,})\\S.*"))) {
            lines.forEach(row -> blocks.add(block(BlockKind.TABLE_ROW, 0, row.strip().replaceAll("\\t| {3,}", " | "))));
            return;
        }
        String line = joined(lines);
        if (Bullets.starts(line)) {
            blocks.add(block(BlockKind.LIST_ITEM, 1, line));
        } else {
            blocks.add(isHeading(lines, line) ? block(BlockKind.HEADING, 1, line) : block(BlockKind.PARAGRAPH, 0, line));
        }
    }

    private static boolean isHeading(List<String> lines, String line) {
        return lines.size() == 1 && line.length() <= LONGEST_HEADING && !line.matches(".*[.;:,!?]$")
                && !NUMBERED.matcher(line).matches() && line.codePoints().anyMatch(Character::isLetter);
    }

    private static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            Lines.append(text, line.strip());
        }
        return text.toString().replaceAll("(?U)\\s+", " ").strip();
    }

    private static Block block(BlockKind kind, int level, String text) {
        return new Block(kind, level, null, null, text.replaceAll("(?U)\\s+", " ").strip());
    }
}
