package org.rapporteur.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Makes a draft from what is coded now and writes it as DOCX. */
final class Drafting {

    private final Synthesis synthesis;
    private final Call call;
    private final Path data;
    private final Clock clock;
    private final String desk;

    private Drafting(Synthesis synthesis, Call call, Path data, Clock clock, String desk) {
        this.synthesis = synthesis;
        this.call = call;
        this.data = data;
        this.clock = clock;
        this.desk = desk;
    }

    static Drafting in(ApplicationContext context, Path data) {
        return new Drafting(context.getBean(Synthesis.class), context.getBean(Calls.class).current(), data,
                context.getBean(Clock.class), context.getEnvironment().getProperty("rapporteur.desk.address", "http://127.0.0.1:8080"));
    }

    /** What came of it. */
    record Written(Path file, Draft draft, Duration time) {

        Map<String, Object> json() {
            List<Draft.Section> sections = draft.chapters().stream().flatMap(chapter -> chapter.sections().stream()).toList();
            List<Statement> statements = sections.stream().flatMap(section -> section.statements().stream()).toList();
            List<Evidence> evidence = statements.stream().flatMap(statement -> statement.evidence().stream()).toList();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file.toString());
            json.put("chapters", draft.chapters().size());
            json.put("sections", sections.size());
            json.put("statements", statements.size());
            json.put("quotations", evidence.stream().filter(e -> e.quotation() != null).count());
            json.put("countries", statements.stream().flatMap(s -> s.countries().stream()).distinct().count());
            json.put("passagesCited", evidence.stream().map(Evidence::passage).distinct().count());
            json.put("seconds", time.toMillis() / 1000.0);
            return json;
        }

        List<String> lines() {
            Map<String, Object> json = json();
            return List.of("%s: %s statements and %s quotations in %s sections, %s countries, %s passages cited, %s seconds".formatted(
                    file, json.get("statements"), json.get("quotations"), json.get("sections"), json.get("countries"),
                    json.get("passagesCited"), json.get("seconds")));
        }
    }

    /** A name in {@code data/drafts} that is not taken. */
    Path nextFile() {
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC).format(clock.instant());
        return data.resolve("drafts").resolve(call.code() + "-synthesis-" + stamp + ".docx");
    }

    Written write(Path file) throws IOException {
        long start = System.nanoTime();
        Path parent = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            throw Problem.usage("The folder %s does not exist; create it, or choose another file with --out.".formatted(parent));
        }
        Draft draft = synthesis.draft(call, "rapporteur");
        Path workFolder = Files.createDirectories(data.resolve("drafts").resolve(".work"));
        SynthesisDocument.write(draft, file, new ReportSettings(desk, workFolder, LibreOffice.find()));
        return new Written(file, draft, Duration.ofNanos(System.nanoTime() - start));
    }
}
