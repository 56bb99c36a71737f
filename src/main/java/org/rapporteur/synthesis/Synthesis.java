package org.rapporteur.synthesis;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContent;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Codebook;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.Submissions;
import org.springframework.stereotype.Component;

/** Drafts the synthesis of a call from the papers in force and the codings that count, and keeps what it drafted. */
@Component
public class Synthesis {

    /** the findings of a codebook are English phrases, so the sentences made of them are English too */
    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final Submissions submissions;
    private final Passages passages;
    private final Coded coded;
    private final Drafts drafts;
    private final Clock clock;

    Synthesis(Submissions submissions, Passages passages, Coded coded, Drafts drafts, Clock clock) {
        this.submissions = submissions;
        this.passages = passages;
        this.coded = coded;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** A new draft of the first report of the call; without any paper read it has chapters without sections. */
    public Draft draft(Call call, Actor actor) {
        List<CitedPassage> inForce = passages.inForce(call.id());
        Material material = Material.of(inForce, coded.evidence(call));
        Codebook codebook = coded.codebook(call);
        List<Draft.Paper> papers = submissions.inForce(call.id()).stream().map(revision -> paper(revision, material, inForce)).toList();

        List<Draft.Chapter> chapters = new Drafting(codebook, material, LANGUAGE).chapters();
        CountryMarks marks = new CountryMarks(codebook, material, excluded(papers));
        CallContent.Report report = call.content().reports().getFirst();
        // databases keep microseconds, and what is read back must be what was written
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return drafts.add(report.key(), actor, new Draft(0, call, 1, LANGUAGE, now, material.papersRead(), chapters,
                call.content().invited().stream().sorted(Countries.order(LANGUAGE)).map(marks::of).toList(), papers));
    }

    private static Set<CountryCode> excluded(List<Draft.Paper> papers) {
        return papers.stream().filter(paper -> paper.excluded() != null).flatMap(paper -> paper.countries().stream())
                .collect(Collectors.toSet());
    }

    private static Draft.Paper paper(Revision revision, Material material, List<CitedPassage> inForce) {
        SubmissionNumber number = revision.submission().number();
        boolean read = !material.of(number).isEmpty();
        List<String> languages = inForce.stream().filter(cited -> read && cited.submission().equals(number))
                .filter(cited -> cited.role() != DocumentRole.ANNEX && Exclusion.of(cited).isEmpty())
                .map(cited -> cited.passage().language()).distinct().sorted().toList();
        return new Draft.Paper(revision.id(), number.value(), revision.ordinal(), revision.submission().countries(), languages,
                material.of(number).size(), revision.acceptedAt(), material.exclusion(number).orElse(null));
    }
}
