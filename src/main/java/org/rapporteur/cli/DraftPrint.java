package org.rapporteur.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Calls;
import org.rapporteur.report.DraftFile;
import org.rapporteur.synthesis.Evidence;
import org.springframework.context.ApplicationContext;

/** What a command says of a draft it has written. */
record DraftPrint(DraftFile.Written written) {

    /** @param out where to; null for a file of its own among the drafts of the data folder */
    static DraftPrint write(ApplicationContext context, @Nullable Path out) {
        return new DraftPrint(context.getBean(DraftFile.class).write(context.getBean(Calls.class).current(), Actor.MACHINE, out));
    }

    Map<String, Object> json() {
        List<Evidence> evidence = written.evidence();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", written.file().toString());
        json.put("chapters", written.draft().chapters().size());
        json.put("sections", written.sections());
        json.put("statements", written.statements().size());
        json.put("quotations", evidence.stream().filter(one -> one.quotation() != null).count());
        json.put("countries", evidence.stream().map(Evidence::country).distinct().count());
        json.put("passagesCited", evidence.stream().map(Evidence::passage).distinct().count());
        json.put("seconds", written.seconds());
        return json;
    }

    List<String> lines() {
        Map<String, Object> json = json();
        return List.of("Draft %d: %s".formatted(written.draft().ordinal(), written.file()),
                "%s chapters, %s sections, %s statements, %s quotations; %s passages of %s countries cited".formatted(json.get("chapters"),
                        json.get("sections"), json.get("statements"), json.get("quotations"), json.get("passagesCited"),
                        json.get("countries")));
    }
}
