package org.rapporteur.report;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapporteur.account.Actor;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.passage.CitedPassage;

/**
 * What REFI-QDA has no place for, as a line in the description of a selection, for people to read and to come back:
 * <pre>
 * MCH-2004-NOR-001, revision 1: Norway, para. 12
 * [coding conditional-grants by anna: in-place, success]
 * [coding central-fund by rapporteur: in-place, none; score 0.75; cue central fund]
 * [rejected awards by anna at 2004-05-03T09:00:00Z: in-place, none; memo only a plan]
 * </pre>
 */
record CodingNote(boolean rejected, CodeId code, String coder, Optional<Instant> at, Status status, Outcome outcome, String memo) {

    private static final Pattern LINE = Pattern.compile(
            "\\[(coding|rejected) ([a-z][a-z0-9-]{0,79}) by (.+?)(?: at (\\d{4}-[0-9T:.-]+Z))?: (proposed|trial|in-place|ended|rejected), (success|failure|both|none)(?:; memo (.*)|; .*)?]");

    static String description(CitedPassage cited, List<ExchangedCoding> codings) {
        List<String> lines = new ArrayList<>();
        lines.add("%s, revision %d: %s".formatted(cited.submission(), cited.revision(), cited.citation(Locale.ENGLISH)));
        codings.forEach(coding -> lines.add(line(coding)));
        return String.join("\n", lines);
    }

    /** The notes in a description, in order. */
    static List<CodingNote> in(String description) {
        return description.lines().map(line -> LINE.matcher(line.strip())).filter(Matcher::matches).map(CodingNote::of).toList();
    }

    boolean isAbout(CodeId code, String coder) {
        return !rejected && this.code.equals(code) && this.coder.equals(coder);
    }

    private static String line(ExchangedCoding coding) {
        return "[%s %s by %s%s: %s, %s%s]".formatted(coding.rejected() ? "rejected" : "coding", coding.code(), CodebookXml.line(coding.coder().name()),
                coding.rejected() ? coding.at().map(at -> " at " + at).orElse("") : "", coding.status().word(), coding.outcome().word(),
                coding.coder().equals(Actor.MACHINE) ? machine(coding) : coding.rejected() && !coding.memo().isBlank() ? "; memo " + CodebookXml.line(coding.memo()) : "");
    }

    private static String machine(ExchangedCoding coding) {
        return String.format(Locale.ROOT, "; score %.2f", coding.score()) + (coding.cue().isEmpty() ? "" : "; cue " + CodebookXml.line(coding.cue()));
    }

    private static CodingNote of(Matcher line) {
        return new CodingNote(line.group(1).equals("rejected"), new CodeId(line.group(2)), line.group(3),
                Optional.ofNullable(line.group(4)).flatMap(CodingNote::moment),
                Stream.of(Status.values()).filter(status -> status.word().equals(line.group(5))).findFirst().orElseThrow(),
                Stream.of(Outcome.values()).filter(outcome -> outcome.word().equals(line.group(6))).findFirst().orElseThrow(),
                Optional.ofNullable(line.group(7)).orElse(""));
    }

    /** Somebody may have written a day that there is not. */
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
