package org.rapporteur.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Codebook;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.submission.Sha256;

/** Makes a REFI-QDA project of the papers of a call. */
final class ProjectExport {

    private static final int LONGEST_NAME = 80;

    private final Call call;
    private final CodeTree codes;

    ProjectExport(Call call, Codebook codebook) {
        this.call = call;
        this.codes = new CodeTree(call.code(), codebook);
    }

    RefiProject project(List<ExchangedDocument> documents) {
        Map<String, String> users = new LinkedHashMap<>();
        users.put(user(Actor.MACHINE), Actor.MACHINE.name());
        documents.stream().flatMap(document -> document.codings().values().stream()).flatMap(List::stream).map(coding -> coding.coder().name())
                .collect(Collectors.toCollection(TreeSet::new)).forEach(name -> users.put(user(new Actor(name)), name));
        return new RefiProject(call.code() + " " + call.content().title(), CodebookXml.origin(), user(Actor.MACHINE), users, codes.codes(),
                documents.stream().map(this::source).toList(), List.of());
    }

    String user(Actor actor) {
        return Guids.of(call.code().value(), "user", actor.name());
    }

    private RefiProject.Source source(ExchangedDocument document) {
        CitedPassage first = document.first();
        String guid = Guids.of(call.code().value(), "source", document.paper().value(), String.valueOf(document.ordinal()), Sha256.of(document.text()).hex());
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("Call", call.code().value());
        variables.put("Submission", document.paper().value());
        variables.put("Revision", String.valueOf(first.revision()));
        variables.put("Country", first.countries().stream().map(CountryCode::value).collect(Collectors.joining(", ")));
        variables.put("Document", first.role().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        variables.put("Language", first.documentLanguage());
        return new RefiProject.Source(guid, document.name(), "", variables, SourceText.of(document.text()), selections(guid, document), List.of());
    }

    /** One selection for each stretch that anything is said of: the machine's codings and most of people's are about the whole passage. */
    private List<RefiProject.Selection> selections(String source, ExchangedDocument document) {
        int[] positions = positions(document.text());
        List<RefiProject.Selection> selections = new ArrayList<>();
        for (ExchangedDocument.Standing standing : document.passages()) {
            Map<SourceText.Stretch, List<ExchangedCoding>> byStretch = document.codings(standing.cited()).stream()
                    .collect(Collectors.groupingBy(coding -> stretch(standing, coding), LinkedHashMap::new, Collectors.toList()));
            byStretch.forEach((stretch, codings) -> selections.add(selection(source, document, standing.cited(), stretch, codings, positions)));
        }
        return selections;
    }

    private RefiProject.Selection selection(String source, ExchangedDocument document, CitedPassage cited, SourceText.Stretch stretch,
            List<ExchangedCoding> codings, int[] positions) {
        int start = positions[stretch.start()];
        int end = positions[stretch.end()];
        String guid = Guids.of(source, "selection", String.valueOf(start), String.valueOf(end));
        List<RefiProject.Coding> standing = codings.stream().filter(coding -> !coding.rejected()).map(coding -> new RefiProject.Coding(
                Guids.of(guid, "coding", coding.code().value(), coding.coder().name()), codes.guid(coding.code()), user(coding.coder()), coding.at(),
                coding.memo())).toList();
        return new RefiProject.Selection(guid, name(document.text().substring(stretch.start(), stretch.end())), CodingNote.description(cited, codings),
                start, end, standing);
    }

    private static SourceText.Stretch stretch(ExchangedDocument.Standing standing, ExchangedCoding coding) {
        if (coding.isOfMachine() || coding.end() == 0) {
            return new SourceText.Stretch(standing.start(), standing.end());
        }
        String text = standing.cited().passage().text();
        return new SourceText.Stretch(standing.start() + SourceText.unified(text.substring(0, coding.start())).length(),
                standing.start() + SourceText.unified(text.substring(0, coding.end())).length());
    }

    /** How many code points stand before each UTF-16 code unit. */
    private static int[] positions(String text) {
        int[] positions = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            positions[i + 1] = positions[i] + (Character.isLowSurrogate(text.charAt(i)) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1)) ? 0 : 1);
        }
        return positions;
    }

    /** Its first words, by which other programs show it. */
    private static String name(String text) {
        String line = CodebookXml.line(text);
        return line.codePointCount(0, line.length()) <= LONGEST_NAME ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
