package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Codebooks;
import org.rapporteur.coding.Coding;
import org.rapporteur.coding.Why;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.OwnWords;
import org.rapporteur.passage.Passages;
import org.rapporteur.passage.Sentences;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** {@code /passages/{id}/why}: why the machine codes a passage as it does, or does not. */
@Controller
class WhyPage {

    private final Calls calls;
    private final Codebooks codebooks;
    private final Passages passages;
    private final OwnWords ownWords;

    WhyPage(Calls calls, Codebooks codebooks, Passages passages, OwnWords ownWords) {
        this.calls = calls;
        this.codebooks = codebooks;
        this.passages = passages;
        this.ownWords = ownWords;
    }

    /** A cue as it is shown; {@code cancelledBy} is empty where it stands. */
    record CueRow(String code, String cue, String words, String cancelledBy) {}

    /** What the model says of a code, in hundredths. */
    record JudgementRow(String code, long percent, long threshold, boolean counts, String speaksFor, String speaksAgainst) {}

    /** What came of it. */
    record CodingRow(String code, long percent, long threshold, boolean counts, String by) {}

    @GetMapping("/passages/{id}/why")
    String why(@PathVariable long id, HttpServletRequest request, Model model) {
        CitedPassage cited = passages.find(id).filter(Visitor.of(request)::sees).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Call call = calls.current();
        Codebook codebook = codebooks.of(call);
        String text = cited.passage().text();
        Why why = codebooks.coder(call).why(cited.passage());
        model.addAttribute("cited", cited).addAttribute("citation", cited.citation(Locale.ENGLISH)).addAttribute("pieces", Piece.of(text, marks(why)))
                .addAttribute("cues", why.cues().stream().map(fired -> new CueRow(name(fired.code(), codebook), fired.cue(),
                        text.substring(fired.start(), fired.end()), fired.cancelledBy().orElse(""))).toList())
                .addAttribute("judgements", why.judgements().stream().map(one -> new JudgementRow(name(one.code(), codebook), percent(one.probability()),
                        percent(one.threshold()), one.counts(), String.join(", ", one.speaksFor()), String.join(", ", one.speaksAgainst()))).toList())
                .addAttribute("codings", why.codings().stream().map(coding -> row(coding, codebook)).toList())
                .addAttribute("own", Optional.ofNullable(ownWords.of(List.of(cited.passage().extraction())).get(id)).map(one -> OwnNote.of(one)).orElse(null))
                .addAttribute("version", why.model()).addAttribute("revision", call.revision());
        return "why";
    }

    private static CodingRow row(Coding coding, Codebook codebook) {
        return new CodingRow(name(coding.code(), codebook), percent(coding.score()), percent(coding.threshold()), coding.counts(),
                coding.cue().isEmpty() ? "the model alone, by " + coding.terms() : "the cue “%s”".formatted(coding.cue()));
    }

    /** One mark after the other: of cues over one another the first counts. */
    private static List<Sentences.Span> marks(Why why) {
        List<Sentences.Span> marks = new ArrayList<>();
        for (Why.Fired fired : why.cues()) {
            if (marks.isEmpty() || fired.start() >= marks.getLast().end()) {
                marks.add(new Sentences.Span(fired.start(), fired.end()));
            }
        }
        return marks;
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }

    private static String name(CodeId id, Codebook codebook) {
        return codebook.find(id).map(code -> code.name().in(Locale.ENGLISH)).orElse(id.value());
    }
}
