package org.rapporteur.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.report.LibreOffice;
import org.rapporteur.report.ReportSettings;
import org.rapporteur.report.SynthesisDocument;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Evidence;
import org.rapporteur.synthesis.Statement;
import org.rapporteur.synthesis.Synthesis;
import org.springframework.context.ApplicationContext;

/** Makes a draft and writes it into a file. */
final class DraftFile {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Call call;
    private final Synthesis synthesis;
    private final Path data;
    private final URI desk;

    private DraftFile(Call call, Synthesis synthesis, Path data, URI desk) {
        this.call = call;
        this.synthesis = synthesis;
        this.data = data;
        this.desk = desk;
    }

    static DraftFile in(ApplicationContext context) {
        return new DraftFile(context.getBean(Calls.class).current(), context.getBean(Synthesis.class),
                Path.of(context.getEnvironment().getRequiredProperty("rapporteur.data")),
                URI.create(context.getEnvironment().getProperty("rapporteur.desk.address", "http://127.0.0.1:8080")));
    }

    /** A draft and its file. */
    record Written(Path file, Draft draft, double seconds) {

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file.toString());
            json.put("chapters", draft.chapters().size());
            json.put("sections", draft.chapters().stream().mapToInt(chapter -> chapter.sections().size()).sum());
            json.put("statements", statements().size());
            json.put("quotations", evidence().stream().filter(evidence -> evidence.quotation() != null).count());
            json.put("countries", evidence().stream().map(Evidence::country).distinct().count());
            json.put("passagesCited", passages().size());
            json.put("seconds", seconds);
            return json;
        }

        List<String> lines() {
            Map<String, Object> json = json();
            return List.of("Draft %d: %s".formatted(draft.ordinal(), file),
                    "%s chapters, %s sections, %s statements, %s quotations; %s passages of %s countries cited".formatted(json.get("chapters"),
                            json.get("sections"), json.get("statements"), json.get("quotations"), json.get("passagesCited"),
                            json.get("countries")));
        }

        private List<Statement> statements() {
            return draft.chapters().stream().flatMap(chapter -> chapter.sections().stream())
                    .flatMap(section -> section.statements().stream()).toList();
        }

        private List<Evidence> evidence() {
            return statements().stream().flatMap(statement -> statement.evidence().stream()).toList();
        }

        private Set<Long> passages() {
            return evidence().stream().map(Evidence::passage).collect(Collectors.toSet());
        }
    }

    /** @param out where to; null for a file of its own among the drafts of the data folder */
    Written write(@Nullable Path out) {
        long start = System.nanoTime();
        Draft draft = synthesis.draft(call, Actor.MACHINE);
        Path folder = data.resolve("drafts");
        Path file = Optional.ofNullable(out).orElseGet(() -> folder.resolve("%s-synthesis-%s.docx".formatted(call.code(),
                STAMP.format(draft.draftedAt()))));
        ReportSettings settings = new ReportSettings(desk, folder.resolve(".work"), LibreOffice.find());
        Path written = new SynthesisDocument().write(draft, file, settings);
        return new Written(written, draft, (System.nanoTime() - start) / 1e9);
    }
}
