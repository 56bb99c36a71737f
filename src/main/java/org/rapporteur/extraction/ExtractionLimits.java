package org.rapporteur.extraction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one file may cost.
 *
 * @param time wall time for one file
 * @param memory heap of one parsing process
 * @param depth how deep files may be nested in one another
 * @param characters of text that one document may have
 * @param file size of one file
 * @param unpackedFiles how many files a delivery may hold, whatever is nested in what
 * @param unpacked what they may have in all
 * @param processes how many parsing processes run side by side
 */
@ConfigurationProperties("rapporteur.extraction")
public record ExtractionLimits(@DefaultValue("60s") Duration time, @DefaultValue("512MB") DataSize memory,
        @DefaultValue("5") int depth, @DefaultValue("5000000") int characters, @DefaultValue("100MB") DataSize file,
        @DefaultValue("250") int unpackedFiles, @DefaultValue("200MB") DataSize unpacked, @DefaultValue("2") int processes) {

    public ExtractionLimits {
        if (time.isNegative() || time.isZero() || depth < 1 || characters < 1 || unpackedFiles < 1 || processes < 1) {
            throw new IllegalArgumentException("every limit of rapporteur.extraction must be above zero");
        }
    }

    /** The defaults, for a given time and memory. */
    static ExtractionLimits of(Duration time, DataSize memory) {
        return new ExtractionLimits(time, memory, 5, 5_000_000, DataSize.ofMegabytes(100), 250, DataSize.ofMegabytes(200), 1);
    }
}
