package org.rapporteur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The pictures of one document, inside the parsing process: of PDF and of Word files with their places, of other formats none. */
final class DocumentPictures {

    static final int MOST = 40;
    /** points of the shorter side: what is smaller is a bullet or an icon */
    static final double SMALLEST = 24;

    private DocumentPictures() {}

    /** @return in order; none where the file is damaged, locked or of another format */
    static List<Picture> of(Path file) throws MachineFault {
        try {
            byte[] head = new byte[5];
            try (InputStream in = Files.newInputStream(file)) {
                in.readNBytes(head, 0, head.length);
            }
            return head[0] == '%' && head[1] == 'P' ? PdfPictures.of(file) : head[0] == 'P' && head[1] == 'K' ? WordPictures.of(file) : List.of();
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            MachineFault.throwIfOne(damaged);
            return List.of();
        }
    }
}
