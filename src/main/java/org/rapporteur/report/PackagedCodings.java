package org.rapporteur.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.rapporteur.submission.Sha256;

/** Holds the codings of a package against its texts. */
final class PackagedCodings {

    private static final CSVFormat WITH_HEADINGS = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final String NAMESPACE = "urn:QDA-XML:project:";

    private final Facts facts;

    PackagedCodings(Facts facts) {
        this.facts = facts;
    }

    /**
     * Looks for the quote of every coding in its paper.
     *
     * @param texts by number of the paper
     * @return how many codings there are
     */
    int table(byte[] csv, Map<String, String> texts) {
        int rows = 0;
        try (CSVParser parser = CSVParser.parse(new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8), WITH_HEADINGS)) {
            for (CSVRecord row : parser) {
                rows++;
                boolean whole = row.isConsistent() && row.isMapped("quote") && row.isMapped("submission");
                facts.check(whole && stands(row.get("quote"), texts.getOrDefault(row.get("submission"), "")),
                        "row %d of %s quotes what its paper does not say", rows, PackageCheck.CODINGS);
            }
        } catch (IOException | IllegalArgumentException | UncheckedIOException broken) {
            facts.check(false, "%s can't be read; get the package again", PackageCheck.CODINGS);
        }
        return rows;
    }

    /**
     * Looks whether the project holds the texts of the package, and no others.
     *
     * @return how many codings there are
     */
    int project(byte[] project, Collection<String> texts) {
        Set<Sha256> known = texts.stream().map(Sha256::of).collect(Collectors.toSet());
        Map<String, byte[]> files = InnerZip.read(PackageCheck.PROJECT, project, facts);
        files.forEach((name, bytes) -> {
            if (name.startsWith(ExchangeFolder.SOURCES)) {
                facts.check(known.contains(Sha256.of(bytes)), "%s holds a text (%s) that is none of the package", PackageCheck.PROJECT, name);
            }
        });
        facts.check(files.keySet().stream().filter(name -> name.startsWith(ExchangeFolder.SOURCES)).count() == texts.size(),
                "%s does not hold as many texts as the package", PackageCheck.PROJECT);
        try {
            return Optional.ofNullable(files.get(ExchangeFolder.PROJECT)).map(xml -> codings(XmlElement.read(PackageCheck.PROJECT, xml, NAMESPACE))).orElse(0);
        } catch (FaultyExchangeFile faulty) {
            facts.check(false, "%s", faulty.getMessage());
            return 0;
        }
    }

    private static int codings(XmlElement root) {
        return (int) root.below("Sources").flatMap(sources -> sources.below("TextSource")).flatMap(source -> source.below("PlainTextSelection", "Coding")).count();
    }

    /** A cell that a spreadsheet would calculate stands behind an apostrophe. */
    private static boolean stands(String cell, String text) {
        String quote = SourceText.unified(cell);
        boolean defused = quote.startsWith("'") && CsvTable.defused(quote.substring(1)).equals(quote);
        return !quote.isBlank() && (text.contains(quote) || defused && text.contains(quote.substring(1)));
    }
}
