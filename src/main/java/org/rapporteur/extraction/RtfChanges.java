package org.rapporteur.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An RTF with every tracked change accepted: the same bytes without deleted and hidden text, comments, heads and feet of pages. What is left is
 * read as any RTF; its footnotes are made paragraphs after theirs, because the reader of RTF would lose them.
 */
final class RtfChanges {

    /** nobody's letter, at the end of what was a row */
    private static final char ROW_END = '\ue2ff';
    private static final Set<String> NOT_PRINTED = Set.of("annotation", "atnid", "atnauthor", "atndate", "atnref", "atnicn", "atrfstart", "atrfend", "atnparent",
            "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "revtbl");
    /** what prints signs, or ends a paragraph, by its name */
    private static final Set<String> SIGNS = Set.of("u", "par", "line", "tab", "emdash", "endash", "emspace", "enspace", "qmspace", "bullet", "lquote", "rquote",
            "ldblquote", "rdblquote");
    /** groups inside one another; people write less than thirty, and the reader of RTF passes over what is deeper than it likes */
    private static final int DEEPEST = 200;

    /** Whether the text of a group is printed; a group begins with what its parent has. */
    private static final class Group {
        private boolean deleted;
        private boolean hidden;
        private boolean note;

        Group(boolean deleted, boolean hidden) {
            this.deleted = deleted;
            this.hidden = hidden;
        }
    }

    private final byte[] rtf;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private final Deque<Group> groups = new ArrayDeque<>();
    private int at;
    private int inNotes;
    private boolean inTable;

    private RtfChanges(byte[] rtf) {
        this.rtf = rtf;
    }

    /** @throws IOException where its groups are nested too deep to be read whole */
    static byte[] accepted(byte[] rtf) throws IOException {
        RtfChanges changes = new RtfChanges(rtf);
        changes.read();
        return changes.body.toByteArray();
    }

    private void read() throws IOException {
        groups.push(new Group(false, false));
        while (at < rtf.length) {
            switch (rtf[at]) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                default -> text(at, at + 1);
            }
        }
    }

    private void open() throws IOException {
        if (groups.size() > DEEPEST) {
            throw new IOException("groups nested in more than " + DEEPEST + " others");
        }
        int next = at + 1;
        while (next < rtf.length && Character.isWhitespace(rtf[next])) {
            next++;
        }
        if (next + 1 < rtf.length && rtf[next] == '\\' && rtf[next + 1] == '*') {
            next += 2;
        }
        String word = word(next);
        if (NOT_PRINTED.contains(word)) {
            skip();
            return;
        }
        Group group = new Group(groups.peek().deleted, groups.peek().hidden);
        group.note = word.equals("footnote");
        groups.push(group);
        if (group.note) {
            inNotes++;
            notes.writeBytes("{\\par ".getBytes(StandardCharsets.US_ASCII));
            at = next + 1 + word.length();
        } else {
            out().write('{');
            at++;
        }
    }

    private void close() {
        out().write('}');
        at++;
        if (groups.size() > 1 && groups.pop().note) {
            inNotes--;
        }
    }

    private void control() {
        String word = word(at);
        if (word.isEmpty()) {
            symbol();
            return;
        }
        int end = at + 1 + word.length();
        int digits = end;
        while (digits < rtf.length && (Character.isDigit(rtf[digits]) || digits == end && rtf[digits] == '-')) {
            digits++;
        }
        String value = new String(rtf, end, digits - end, StandardCharsets.US_ASCII);
        int after = digits < rtf.length && rtf[digits] == ' ' ? digits + 1 : digits;
        boolean off = value.equals("0");
        switch (word) {
            case "deleted", "mvf" -> groups.peek().deleted = !off;
            case "v" -> groups.peek().hidden = !off;
            case "pard" -> inTable = false;
            case "intbl" -> inTable = true;
            case "plain" -> {
                groups.peek().deleted = false;
                groups.peek().hidden = false;
            }
            default -> { }
        }
        if (word.equals("cell") || word.equals("row") || inTable && word.equals("par")) {
            printTable(word);
            at = after;
            endOfParagraph(word);
        } else if (SIGNS.contains(word)) {
            text(at, after);
            endOfParagraph(word);
        } else if (word.equals("bin") && value.matches("\\d{1,9}")) {
            out().write(rtf, at, Math.min(rtf.length, after + Integer.parseInt(value)) - at);
            at = Math.min(rtf.length, after + Integer.parseInt(value));
        } else {
            out().write(rtf, at, after - at);
            at = after;
            endOfParagraph(word);
        }
    }

    /** A row is made one paragraph, because the reader of RTF knows of no tables; what ends it says so. */
    private void printTable(String word) {
        out().writeBytes(switch (word) {
            case "cell" -> " | ".getBytes(StandardCharsets.US_ASCII);
            case "row" -> ("\\u" + (short) ROW_END + "?\\par ").getBytes(StandardCharsets.US_ASCII);
            default -> " ".getBytes(StandardCharsets.US_ASCII);
        });
    }

    /** The blocks that were read of an RTF without its changes, with the rows of its tables. */
    static List<Block> withRows(List<Block> blocks) {
        return blocks.stream().map(RtfChanges::row).filter(Objects::nonNull).toList();
    }

    private static @Nullable Block row(Block block) {
        if (block.text().indexOf(ROW_END) < 0) {
            return block;
        }
        String cells = block.text().replace(String.valueOf(ROW_END), "").replaceAll("^[\\s|]+|[\\s|]+$", "");
        return cells.isEmpty() ? null : new Block(BlockKind.TABLE_ROW, 0, block.page(), null, cells);
    }

    /** Notes wait for the end of their paragraph, or of the cell it stands in. */
    private void endOfParagraph(String word) {
        if (inNotes == 0 && notes.size() > 0 && (word.equals("par") || word.equals("row"))) {
            body.writeBytes(notes.toByteArray());
            body.writeBytes("\\par ".getBytes(StandardCharsets.US_ASCII));
            notes.reset();
        }
    }

    /** A sign after a backslash, or a letter by its number. */
    private void symbol() {
        text(at, Math.min(rtf.length, at + (at + 1 < rtf.length && rtf[at + 1] == '\'' ? 4 : 2)));
    }

    private void text(int from, int to) {
        Group group = groups.peek();
        if (!group.deleted && !group.hidden) {
            out().write(rtf, from, to - from);
        }
        at = to;
    }

    private ByteArrayOutputStream out() {
        return inNotes > 0 ? notes : body;
    }

    private String word(int backslash) {
        int end = backslash + 1;
        while (backslash < rtf.length && rtf[backslash] == '\\' && end < rtf.length && (rtf[end] >= 'a' && rtf[end] <= 'z' || rtf[end] >= 'A' && rtf[end] <= 'Z')) {
            end++;
        }
        return end > backslash + 1 ? new String(rtf, backslash + 1, end - backslash - 1, StandardCharsets.US_ASCII) : "";
    }

    /** Goes on behind the group that begins here. */
    private void skip() {
        int open = 0;
        do {
            if (rtf[at] == '\\') {
                at++;
            } else if (rtf[at] == '{') {
                open++;
            } else if (rtf[at] == '}') {
                open--;
            }
            at++;
        } while (open > 0 && at < rtf.length);
    }
}
