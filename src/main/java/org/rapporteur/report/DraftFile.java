package org.rapporteur.report;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Evidence;
import org.rapporteur.synthesis.Statement;
import org.rapporteur.synthesis.Synthesis;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes a draft and writes it into a file. */
@Component
public final class DraftFile {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Synthesis synthesis;
    private final Path drafts;
    private final URI desk;

    DraftFile(Synthesis synthesis, @Value("${rapporteur.data}/drafts") Path drafts,
            @Value("${rapporteur.desk.address:http://127.0.0.1:8080}") URI desk) {
        this.synthesis = synthesis;
        this.drafts = drafts;
        this.desk = desk;
    }

    /**
     * A draft and its file.
     *
     * @param seconds from the first look at the papers to the last byte of the file
     */
    public record Written(Path file, Draft draft, double seconds) {

        public int sections() {
            return draft.chapters().stream().mapToInt(chapter -> chapter.sections().size()).sum();
        }

        public List<Statement> statements() {
            return draft.chapters().stream().flatMap(chapter -> chapter.sections().stream())
                    .flatMap(section -> section.statements().stream()).toList();
        }

        public List<Evidence> evidence() {
            return statements().stream().flatMap(statement -> statement.evidence().stream()).toList();
        }
    }

    /** @param out where to; null for a file of its own among the drafts of the data folder */
    public Written write(Call call, Actor actor, @Nullable Path out) {
        long start = System.nanoTime();
        Draft draft = synthesis.draft(call, actor);
        Path file = Optional.ofNullable(out).orElseGet(() -> drafts.resolve("%s-synthesis-%s.docx".formatted(call.code(),
                STAMP.format(draft.draftedAt()))));
        ReportSettings settings = new ReportSettings(desk, drafts.resolve(".work"), LibreOffice.find());
        Path written = new SynthesisDocument().write(draft, file, settings);
        return new Written(written, draft, (System.nanoTime() - start) / 1e9);
    }
}
