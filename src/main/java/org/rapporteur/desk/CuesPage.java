package org.rapporteur.desk;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.Learnings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /cues}: how often people accept what each cue proposes, so that a bad one is found and mended in the codebook; and what the model has
 * learnt from them.
 */
@Controller
class CuesPage {

    /** so many decisions say something about a cue */
    private static final int ENOUGH = 5;
    private static final double POOR = 0.5;

    private final Calls calls;
    private final Coded coded;
    private final Decisions decisions;
    private final Learnings learnings;

    CuesPage(Calls calls, Coded coded, Decisions decisions, Learnings learnings) {
        this.calls = calls;
        this.coded = coded;
        this.decisions = decisions;
        this.learnings = learnings;
    }

    /** A cue as it is shown; {@code poor} where people reject more than half of what it proposes. */
    record Row(String code, String cue, int accepted, int rejected, long percent, boolean poor) {}

    @GetMapping("/cues")
    String cues(Model model) {
        Call call = calls.current();
        Codebook codebook = coded.codebook(call);
        List<Row> rows = decisions.byCue(call.id()).stream().map(record -> row(record, codebook)).toList();
        model.addAttribute("rows", rows).addAttribute("poor", rows.stream().filter(Row::poor).count()).addAttribute("enough", ENOUGH);
        List<Learnings.Measured> aside = learnings.aside(call, codebook);
        model.addAttribute("learnt", learnings.latest(call).map(learning -> Moments.shown(learning.at())).orElse(null))
                .addAttribute("fresh", learnings.fresh(call)).addAttribute("every", Learnings.EVERY)
                .addAttribute("aside", aside.stream().map(one -> new Aside(name(one.code(), codebook), one, Math.round(100 * one.agreement()))).toList())
                .addAttribute("decided", aside.stream().mapToInt(one -> one.both() + one.onlyPeople() + one.onlyModel() + one.neither()).sum());
        return "cues";
    }

    /** How the model agrees with people on a code, in texts that it learns nothing from. */
    record Aside(String code, Learnings.Measured counts, long percent) {}

    @PostMapping("/cues/learn")
    String learn(Principal principal, RedirectAttributes next) {
        boolean done = learnings.learn(calls.current(), new Actor(principal.getName()));
        next.addFlashAttribute(done ? "done" : "fault", done ? "The model is learning; every text is coded again with it in the background, in a minute or so."
                : "Nothing was changed: nobody has decided on a code, or taken a decision back, since the model learnt last.");
        return "redirect:/cues";
    }

    private static String name(CodeId id, Codebook codebook) {
        return codebook.find(id).map(code -> code.name().in(Locale.ENGLISH)).orElse(id.value());
    }

    private static Row row(Decisions.CueRecord record, Codebook codebook) {
        return new Row(name(record.code(), codebook), record.cue(), record.accepted(),
                record.rejected(), Math.round(100 * record.share()), record.accepted() + record.rejected() >= ENOUGH && record.share() < POOR);
    }
}
