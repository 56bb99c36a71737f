package org.rapporteur.report;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Codebook;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.search.Hit;

/** What a search found as a document to be read on paper: passages whole and verbatim, by country, each with its citation, codes and a link to the desk. */
final class ExcerptBook {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private final Call call;
    private final Codebook codebook;
    private final URI desk;

    ExcerptBook(Call call, Codebook codebook, URI desk) {
        this.call = call;
        this.codebook = codebook;
        this.desk = desk;
    }

    /**
     * The book as DOCX.
     *
     * @param asked what was searched for, in words
     * @param left how many passages were found and are not in it
     */
    byte[] write(String asked, List<Hit> hits, long left, Instant at) {
        Docx docx = new Docx(Locale.ENGLISH);
        docx.header().text(call.content().title() + ": excerpts");
        docx.footer().text("Page ").field("PAGE", "1");
        docx.line("Title").text("Excerpts");
        docx.line("Subtitle").text(call.content().title());
        docx.line("CoverFact").text("Searched for").tab().text(asked.isEmpty() ? "everything" : asked);
        docx.line("CoverFact").text("Found").tab().text("%d passages of %d papers".formatted(hits.size() + left, hits.stream().map(Hit::submission).distinct().count()));
        docx.line("CoverFact").text("On").tab().text(at.atOffset(ZoneOffset.UTC).format(DAY));
        docx.line("NoticeHeading").text("How to read it");
        docx.line("Notice").text("Every passage stands here whole and verbatim, in the language of its paper. Codes are proposals of the machine unless a person confirmed them. What "
                + "is not found does not mean that there is no practice." + (left > 0 ? " The last %d passages are not in it; narrow the search to have them.".formatted(left) : ""));
        byCountry(hits).forEach((country, some) -> country(docx, country, some));
        docx.describe("Excerpts: " + call.content().title(), call.content().organisation(), Locale.ENGLISH, at);
        return docx.bytes();
    }

    private static Map<String, List<Hit>> byCountry(List<Hit> hits) {
        Map<String, List<Hit>> byCountry = new LinkedHashMap<>(hits.stream().collect(Collectors.groupingBy(Hit::country, LinkedHashMap::new, Collectors.toList())));
        Map<String, List<Hit>> sorted = new LinkedHashMap<>();
        byCountry.keySet().stream().map(CountryCode::new).sorted(Countries.order(Locale.ENGLISH)).forEach(country -> sorted.put(country.value(), byCountry.get(country.value())));
        return sorted;
    }

    private void country(Docx docx, String country, List<Hit> hits) {
        docx.heading(1, Countries.name(new CountryCode(country), Locale.ENGLISH));
        for (Hit hit : hits) {
            docx.heading(2, hit.citation());
            if (!hit.headingPath().isEmpty()) {
                docx.line("PaperFacts").inDirectionOf(hit.headingPath()).textIn(hit.language(), hit.headingPath());
            }
            for (String paragraph : hit.text().split("\n")) {
                docx.line("Normal").inDirectionOf(paragraph).textIn(hit.language(), paragraph);
            }
            Line facts = docx.line("EvidenceLinks").text(hit.submission() + ", ").linkOut(URI.create(desk + "/passages/" + hit.passage()), "on the desk");
            String codes = names(hit);
            if (!codes.isEmpty()) {
                facts.text(". Codes: " + codes);
            }
            if (hit.restricted()) {
                facts.text(". Restricted: for the secretariat alone");
            }
        }
    }

    private String names(Hit hit) {
        return hit.codes().stream().map(code -> codebook.find(new CodeId(code)).map(found -> found.name().in(Locale.ENGLISH)).orElse(code)).collect(Collectors.joining("; "));
    }
}
