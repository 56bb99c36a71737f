package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlidesTest {

    @TempDir
    static Path folder;

    @Test
    void slidesAreReadWithTheirNumbersAsPages() throws Exception {
        Path file = folder.resolve("slides.pptx");
        try (XMLSlideShow show = new XMLSlideShow(); OutputStream out = Files.newOutputStream(file)) {
            show.createSlide().createTextBox().setText("The ministry opened one counter for all.");
            show.createSlide().createTextBox().setText("It closed the others in the year after.");
            show.write(out);
        }

        assertThat(((Reading.Text) new FileReading().read(new Request(file, "slides.pptx", folder, folder, 10_000, 10, 10_000))).blocks())
                .extracting(Block::page, Block::text).containsExactly(tuple(1, "The ministry opened one counter for all."),
                        tuple(2, "It closed the others in the year after."));
    }
}
