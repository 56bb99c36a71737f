package org.rapporteur.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;
import org.rapporteur.passage.Passages;
import org.rapporteur.passage.Quotation;
import org.rapporteur.passage.Splitter;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Part;
import org.springframework.stereotype.Component;

/** Extractions and passages read as they did when they were kept, and a passage stands in its paper where it says. */
@Component
class TextCheck {

    private final Deliveries deliveries;
    private final Extractions extractions;
    private final Passages passages;

    TextCheck(Deliveries deliveries, Extractions extractions, Passages passages) {
        this.deliveries = deliveries;
        this.extractions = extractions;
        this.passages = passages;
    }

    void run(Call call, Facts facts) {
        extractions.intact(call.id()).forEach((extraction, intact) -> facts.check(intact,
                "extraction %d reads otherwise than when it was kept; bring the database back from a backup", extraction));
        passages.intact(call.id()).forEach((passage, intact) -> facts.check(intact,
                "passage %d reads otherwise than when it was kept; bring the database back from a backup", passage));
        List<Long> parts = deliveries.parts(deliveries.of(call.id()).stream().map(Delivery::id).toList()).stream().map(Part::id).toList();
        Map<Long, String> texts = extractions.latest(parts).stream()
                .collect(Collectors.toMap(Extraction::id, extraction -> Splitter.text(extraction.blocks())));
        passages.of(texts.keySet()).forEach(passage -> facts.check(stands(passage, texts.get(passage.extraction())),
                "passage %d does not stand in its paper where it says; read the paper again", passage.id()));
    }

    private static boolean stands(Passage passage, String text) {
        Locator locator = passage.locator();
        return locator.end() <= text.length() && Quotation.standsIn(passage.text(), text.substring(locator.start(), locator.end()));
    }
}
