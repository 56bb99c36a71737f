package org.rapporteur.extraction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What reading pictures of pages with Tesseract may cost. Where it is not installed pictures are not read, whatever stands here.
 *
 * @param enabled whether pictures of pages are read at all
 * @param page wall time for one page
 * @param time wall time for all pages of a file; what is not read by then counts as not read
 * @param languages of the pages, as Tesseract calls them, with {@code +} between; those that are not installed are left out
 */
@ConfigurationProperties("rapporteur.ocr")
public record OcrLimits(@DefaultValue("true") boolean enabled, @DefaultValue("30s") Duration page, @DefaultValue("10m") Duration time,
        @DefaultValue("eng+fra+spa") String languages) {

    public OcrLimits {
        if (page.isNegative() || page.isZero() || time.compareTo(page) < 0 || !languages.matches("[A-Za-z_]+(?:\\+[A-Za-z_]+)*")) {
            throw new IllegalArgumentException("rapporteur.ocr wants a page time above zero, no less time in all, and languages such as eng+fra, not %s, %s, %s"
                    .formatted(page, time, languages));
        }
    }

    static OcrLimits off() {
        return new OcrLimits(false, Duration.ofSeconds(1), Duration.ofSeconds(1), "eng");
    }
}
