package org.rapporteur.desk;

import java.util.List;
import java.util.Locale;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Decisions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /cues}: how often people accept what each cue proposes, so that a bad one is found and mended in the codebook. */
@Controller
class CuesPage {

    /** so many decisions say something about a cue */
    private static final int ENOUGH = 5;
    private static final double POOR = 0.5;

    private final Calls calls;
    private final Coded coded;
    private final Decisions decisions;

    CuesPage(Calls calls, Coded coded, Decisions decisions) {
        this.calls = calls;
        this.coded = coded;
        this.decisions = decisions;
    }

    /** A cue as it is shown; {@code poor} where people reject more than half of what it proposes. */
    record Row(String code, String cue, int accepted, int rejected, long percent, boolean poor) {}

    @GetMapping("/cues")
    String cues(Model model) {
        Call call = calls.current();
        Codebook codebook = coded.codebook(call);
        List<Row> rows = decisions.byCue(call.id()).stream().map(record -> row(record, codebook)).toList();
        model.addAttribute("rows", rows).addAttribute("poor", rows.stream().filter(Row::poor).count()).addAttribute("enough", ENOUGH);
        return "cues";
    }

    private static Row row(Decisions.CueRecord record, Codebook codebook) {
        return new Row(codebook.find(record.code()).map(code -> code.name().in(Locale.ENGLISH)).orElse(record.code().value()), record.cue(), record.accepted(),
                record.rejected(), Math.round(100 * record.share()), record.accepted() + record.rejected() >= ENOUGH && record.share() < POOR);
    }
}
