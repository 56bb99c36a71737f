package org.rapporteur.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Codebooks;
import org.rapporteur.coding.Codings;
import org.rapporteur.coding.CoderDecision;
import org.rapporteur.coding.CoderDecisions;
import org.rapporteur.coding.DecisionKind;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.search.IndexChanges;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes codings and codebooks of other programs from REFI-QDA files. */
@Component
public final class ImportFile {

    /** bytes of a codebook */
    private static final long LARGEST_CODEBOOK = 32L << 20;

    private final ExchangedPapers papers;
    private final Codebooks codebooks;
    private final Codings codings;
    private final CoderDecisions made;
    private final Decisions decisions;
    private final IndexChanges changes;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportFile(ExchangedPapers papers, Codebooks codebooks, Codings codings, CoderDecisions made, Decisions decisions, IndexChanges changes, AuditTrail audit,
            TransactionTemplate transaction, Clock clock) {
        this.papers = papers;
        this.codebooks = codebooks;
        this.codings = codings;
        this.made = made;
        this.decisions = decisions;
        this.changes = changes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What was taken.
     *
     * @param taken codings that are decisions of their coders now; on a trial run, that would be
     * @param known codings that stood here already
     * @param machine codings of the machine, which codes by itself
     * @param left what was not taken, as sentences
     */
    public record Taken(int taken, int known, int machine, List<String> left) {}

    /**
     * A codebook, beside that of the call.
     *
     * @param known codes that the call has, under whatever name
     * @param fresh names of codes that it has not, with their path
     * @param yaml the whole as {@code codebook.yaml}; cues and findings are for people to write
     */
    public record Book(int known, List<String> fresh, String yaml) {}

    /**
     * Takes the codings of a project ({@code .qdpx}): all of it, or nothing where something breaks. What somebody here has decided otherwise stands.
     *
     * @param trial only tells what would be taken
     * @throws FaultyExchangeFile where the file can't be read; nothing is taken then
     */
    public Taken project(Call call, Path file, boolean trial) {
        RefiProject project;
        try (ExchangeFolder folder = ExchangeFolder.open(file, ExchangeFolder.Bounds.USUAL)) {
            project = ProjectReader.read(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return transaction.execute(status -> {
            ProjectImport.Found found = ProjectImport.of(project, papers.of(call, false).documents(), new CodeTree(call.code(), codebooks.of(call)));
            return take(call, found, String.valueOf(file.getFileName()), trial);
        });
    }

    private Taken take(Call call, ProjectImport.Found found, String file, boolean trial) {
        Map<Words, List<CoderDecision>> standing = made.of(call).stream().filter(decision -> !decision.undone())
                .collect(Collectors.groupingBy(decision -> new Words(decision.paper(), decision.text(), decision.code())));
        List<BroughtCoding> fresh = new ArrayList<>();
        Set<BroughtCoding> seen = new HashSet<>();
        int known = 0;
        int otherwise = 0;
        for (BroughtCoding coding : found.codings()) {
            List<CoderDecision> here = standing.getOrDefault(Words.of(coding), List.of());
            if (!seen.add(coding) || here.stream().anyMatch(decision -> decision.coder().equals(coding.coder())
                    && coding.says(decision.code(), decision.rejected(), decision.status(), decision.outcome()))) {
                known++;
            } else if (here.isEmpty()) {
                fresh.add(coding);
            } else {
                otherwise++;
            }
        }
        List<String> left = new ArrayList<>(found.left());
        if (otherwise > 0) {
            left.add("%d codings on which people here decided otherwise, or other people did: theirs stand".formatted(otherwise));
        }
        if (!trial && !fresh.isEmpty()) {
            write(call, fresh, file);
        }
        return new Taken(fresh.size(), known, found.machine(), left);
    }

    private void write(Call call, List<BroughtCoding> fresh, String file) {
        Map<Long, List<EffectiveCoding>> proposed = codings.effective(fresh.stream().map(coding -> coding.cited().passage().extraction()).distinct().toList());
        Instant now = clock.instant();
        Set<Long> touched = new HashSet<>();
        fresh.stream().sorted(Comparator.comparing(coding -> coding.at().orElse(now))).forEach(coding -> {
            boolean proposes = proposed.getOrDefault(coding.cited().passage().id(), List.of()).stream().anyMatch(one -> one.code().equals(coding.code()));
            DecisionKind kind = coding.rejected() ? DecisionKind.REJECT : proposes ? DecisionKind.ACCEPT : DecisionKind.ADD;
            decisions.bring(new NewDecision(coding.cited().passage().id(), coding.code(), kind, coding.status(), coding.outcome(), coding.extent().orElse(null), coding.memo()),
                    coding.coder(), coding.at().orElse(now)).ifPresent(decision -> touched.add(decision.submission()));
        });
        touched.forEach(submission -> changes.addPaper(call.id(), submission));
        audit.add(Actor.MACHINE, "codings-imported", file, "%d decisions".formatted(fresh.size()), call.id());
    }

    /** The same words of the same paper, under a code. */
    private record Words(SubmissionNumber paper, Sha256 text, CodeId code) {

        private static Words of(BroughtCoding coding) {
            return new Words(coding.cited().submission(), Sha256.of(coding.cited().passage().text()), coding.code());
        }
    }

    /**
     * Reads a codebook ({@code .qdc}); the call is not changed.
     *
     * @throws FaultyExchangeFile where the file can't be read
     */
    public Book codebook(Call call, Path file) {
        try {
            if (Files.size(file) > LARGEST_CODEBOOK) {
                throw new FaultyExchangeFile("%s has more than %d MB, which no codebook has; it was not read.".formatted(file.getFileName(), LARGEST_CODEBOOK >> 20));
            }
            CodebookXml.Read read = CodebookXml.read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            CodeTree tree = new CodeTree(call.code(), codebooks.of(call));
            Map<String, RefiCode> paths = new LinkedHashMap<>();
            read.codes().forEach(code -> paths(code, "", paths));
            List<String> fresh = paths.entrySet().stream().filter(entry -> entry.getValue().codable() && tree.meant(entry.getValue()).isEmpty()).map(Map.Entry::getKey).toList();
            int known = (int) paths.values().stream().flatMap(code -> tree.meant(code).stream()).map(Code::id).distinct().count();
            return new Book(known, fresh, new CodebookYaml(tree).write(String.valueOf(file.getFileName()).replaceFirst("(?i)\\.qdc$", ""), read.codes()));
        } catch (IOException unreadable) {
            throw new FaultyExchangeFile("%s can't be read; check the path.".formatted(file), unreadable);
        }
    }

    private static void paths(RefiCode code, String above, Map<String, RefiCode> paths) {
        String path = above + code.name();
        paths.put(path, code);
        code.below().forEach(below -> paths(below, path + " / ", paths));
    }
}
