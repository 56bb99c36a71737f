package org.rapporteur.extraction;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a parsing process is asked: one line of JSON.
 *
 * @param file to read
 * @param name of the file, a hint
 * @param answer where to write the {@link Reading}
 * @param unpackTo folder for files found inside, and for what is temporary
 * @param characters limit of text
 * @param files limit of files inside
 * @param unpacked limit of their bytes in all
 * @param ocr how pictures of pages may be read; null where they can't be
 * @param pictures whether the pictures of the document are asked for, as a list of {@link Picture}, and not its text
 * @param page 1-based page of which the answer is to be a picture, as PNG, empty where it has none; null where none is asked for
 */
record Request(Path file, String name, Path answer, Path unpackTo, int characters, int files, long unpacked, @Nullable Ocr ocr, boolean pictures,
        @Nullable Integer page) {

    Request(Path file, String name, Path answer, Path unpackTo, int characters, int files, long unpacked, @Nullable Ocr ocr, boolean pictures) {
        this(file, name, answer, unpackTo, characters, files, unpacked, ocr, pictures, null);
    }

    /** For a page of a PDF as it is printed. */
    static Request forPage(Path file, int page, Path answer, Path unpackTo) {
        return new Request(file, "paper.pdf", answer, unpackTo, 0, 0, 0, null, false, page);
    }

    /**
     * How pictures of pages may be read.
     *
     * @param now false: every page that would need it counts as not read, and it is asked for once more
     * @param pageMillis wall time for one page
     * @param millis wall time for all
     * @param languages as Tesseract calls them, with + between
     */
    record Ocr(boolean now, long pageMillis, long millis, String languages) {}

    Request(Path file, String name, Path answer, Path unpackTo, int characters, int files, long unpacked) {
        this(file, name, answer, unpackTo, characters, files, unpacked, null, false);
    }

    /** For the pictures of a document. */
    static Request forPictures(Path file, Path answer, Path unpackTo) {
        return new Request(file, "", answer, unpackTo, 0, 0, 0, null, true);
    }

    /** The same, and pages that need it are read by OCR. */
    Request withOcr() {
        return ocr == null ? this : new Request(file, name, answer, unpackTo, characters, files, unpacked,
                new Ocr(true, ocr.pageMillis(), ocr.millis(), ocr.languages()), false);
    }
}
