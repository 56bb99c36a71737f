package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Blocks of text whose lines were broken by hand: paragraphs end at blank lines, printed numbers and bullets. */
final class PlainText {

    private static final Pattern NUMBERED = Pattern.compile("^\\s*[(\\[]?\\d{1,3}[.)\\]]\\s+\\S.*");
    private static final int LONGEST_HEADING = 80;

    private final Lines lines;
    private final List<Block> blocks = new ArrayList<>();

    private PlainText(Lines lines) {
        this.lines = lines;
    }

    static List<Block> blocks(String text) {
        PlainText plain = new PlainText(new Lines(text.lines().toList()));
        plain.read(text);
        return plain.blocks;
    }

    private void read(String text) {
        for (String stretch : text.split("\\R\\s*\\R")) {
            List<String> open = new ArrayList<>();
            for (String line : stretch.split("\\R")) {
                if (!open.isEmpty() && (NUMBERED.matcher(line).matches() || Bullets.starts(line.strip()))) {
                    add(open);
                    open.clear();
                }
                if (!line.isBlank() && !line.strip().matches("[=\\-_*#~ ]{3,}")) {
                    open.add(line);
                }
            }
            add(open);
        }
    }

    private void add(List<String> open) {
        if (open.isEmpty()) {
            return;
        }
        if (open.size() > 1 && open.stream().allMatch(line -> line.strip().matches(".*\\S(\\t| {3,})\\S.*"))) {
            open.forEach(row -> blocks.add(block(BlockKind.TABLE_ROW, 0, row.strip().replaceAll("\\t| {3,}", " | "))));
            return;
        }
        String line = joined(open);
        if (Bullets.starts(line)) {
            blocks.add(block(BlockKind.LIST_ITEM, 1, line));
        } else {
            blocks.add(isHeading(open, line) ? block(BlockKind.HEADING, 1, line) : block(BlockKind.PARAGRAPH, 0, line));
        }
    }

    private static boolean isHeading(List<String> open, String line) {
        return open.size() == 1 && line.length() <= LONGEST_HEADING && !line.matches(".*[.;:,!?]$")
                && !NUMBERED.matcher(line).matches() && line.codePoints().anyMatch(Character::isLetter);
    }

    private String joined(List<String> open) {
        StringBuilder text = new StringBuilder();
        for (String line : open) {
            lines.append(text, line.strip());
        }
        return text.toString().replaceAll("(?U)\\s+", " ").strip();
    }

    private static Block block(BlockKind kind, int level, String text) {
        return new Block(kind, level, null, null, text.replaceAll("(?U)\\s+", " ").strip());
    }
}
