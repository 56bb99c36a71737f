package org.rapporteur.desk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part as the page of its delivery shows it.
 *
 * @param id its key
 * @param depth 0 for the outermost, at most {@value #DEEPEST}
 * @param name as sent, made harmless
 * @param kind its type, in words
 * @param size in words: "12 KB"
 * @param pages in words, such as "4 of 20 pages"; null where the format has none, or it was not read
 * @param words of the text that was read; null where none was
 * @param state for style sheets: accepted, held, or empty
 * @param standing what it counts for, in words
 * @param cause why it could not be read, and what to do; empty where nothing is wrong
 * @param text the beginning of what was read; empty where nothing was
 * @param full whether it was asked for as far as a page can show it
 * @param more whether there is more of the text than is shown
 * @param removable whether the delivery can go on without it
 * @param returnable whether a person left it out, and can take it in again
 * @param replaceable whether a file can be attached that is read in its place
 * @param provenance where it comes from, in a sentence, where it stands for another part; else empty
 */
record PartView(long id, int depth, String name, String kind, String size, @Nullable String pages, @Nullable Integer words, String state,
        String standing, String cause, String text, boolean full, boolean more, boolean removable, boolean returnable,
        boolean replaceable, String provenance) {

    static final int DEEPEST = 4;

    /** A part that stands for another one has no file of its own standing for it. */
    PartView with(String sentence) {
        return new PartView(id, depth, name, kind, size, pages, words, state, standing, cause, text, full, more, removable, returnable,
                replaceable && sentence.isEmpty(), sentence);
    }

    static String size(long bytes) {
        return bytes < 1000 ? bytes + " bytes" : bytes < 1_000_000 ? "%d KB".formatted(Math.round(bytes / 1000.0))
                : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1_000_000.0);
    }

    static String kind(String mediaType) {
        return switch (mediaType.split(";", 2)[0].strip()) {
            case "message/rfc822", "application/vnd.ms-outlook" -> "mail";
            case "application/pdf" -> "PDF";
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> "Word (DOCX)";
            case "application/msword", "application/x-tika-msoffice" -> "Word (DOC)";
            case "application/vnd.oasis.opendocument.text" -> "OpenDocument (ODT)";
            case "application/rtf", "text/rtf" -> "RTF";
            case "text/html", "application/xhtml+xml" -> "HTML";
            case "text/plain" -> "plain text";
            case "application/zip" -> "ZIP";
            case "image/svg+xml" -> "picture (SVG)";
            case String image when image.startsWith("image/") -> "picture";
            case String other -> other;
        };
    }
}
