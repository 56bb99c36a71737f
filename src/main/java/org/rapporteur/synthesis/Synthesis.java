package org.rapporteur.synthesis;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContent;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.country.Countries;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Revision;
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
        Map<Long, List<EffectiveCoding>> codings = coded.effective(call);
        Codebook codebook = coded.codebook(call);
        List<Draft.Paper> papers = papers(call, inForce);
        int read = (int) papers.stream().filter(paper -> paper.passages() > 0).count();

        List<Draft.Chapter> chapters = new Drafting(codebook, Material.of(inForce, codings), read, LANGUAGE).chapters();
        CountryMarks marks = new CountryMarks(codebook, inForce, codings);
        CallContent.Report report = call.content().reports().getFirst();
        Instant now = clock.instant();
        return drafts.add(report.key(), actor, new Draft(0, call, 1, LANGUAGE, now, read, chapters,
                call.content().invited().stream().sorted(Countries.order(LANGUAGE)).map(marks::of).toList(), papers));
    }

    private List<Draft.Paper> papers(Call call, List<CitedPassage> inForce) {
        Map<String, List<CitedPassage>> bySubmission = inForce.stream()
                .collect(Collectors.groupingBy(cited -> cited.submission().toString(), LinkedHashMap::new, Collectors.toList()));
        return submissions.inForce(call.id()).stream()
                .map(revision -> paper(revision, bySubmission.getOrDefault(revision.submission().number().toString(), List.of())))
                .toList();
    }

    private static Draft.Paper paper(Revision revision, Collection<CitedPassage> inForce) {
        List<String> languages = inForce.stream().filter(cited -> cited.role() != DocumentRole.ANNEX)
                .map(cited -> cited.passage().language()).distinct().sorted().toList();
        return new Draft.Paper(revision.submission().number().toString(), revision.ordinal(), revision.submission().countries(),
                languages, inForce.size(), revision.acceptedAt());
    }
}
