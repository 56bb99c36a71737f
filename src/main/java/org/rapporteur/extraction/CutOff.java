package org.rapporteur.extraction;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Tells files that end too early though they can be read: an RTF whose last group is open, an HTML whose body is. */
final class CutOff {

    /** bytes in which what begins and what ends a page is looked for */
    private static final int EDGE = 16_384;

    private CutOff() {}

    static boolean is(String type, Path file) throws IOException {
        return switch (type) {
            case "application/rtf", "text/rtf" -> !edge(file, true).replace('\u0000', ' ').strip().endsWith("}");
            case "text/html", "application/xhtml+xml" -> {
                String start = edge(file, false);
                String end = edge(file, true);
                yield (start.contains("<body") || start.contains("<html")) && !end.contains("</body") && !end.contains("</html");
            }
            default -> false;
        };
    }

    private static String edge(Path file, boolean last) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] edge = new byte[(int) Math.min(EDGE, in.length())];
            in.seek(last ? in.length() - edge.length : 0);
            in.readFully(edge);
            return new String(edge, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        }
    }
}
