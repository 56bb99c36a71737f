package org.rapporteur.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.report.CollectionFile;
import org.rapporteur.report.Edition;
import org.rapporteur.report.IssuedCollections;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code collection}: all country papers in one document. */
@Command(name = "collection", mixinStandardHelpOptions = true, description = "Writes all country papers into one document, DOCX or PDF.")
final class CollectionCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write it; its ending, .docx or .pdf, says as what.")
    private Path out = Path.of("");

    @Option(names = "--public", description = "For everybody: leave out what is restricted, not to be named or not for quotation.")
    private boolean everybody;

    @Option(names = "--issue", description = "Issue it: it gets the next number and is kept as it is.")
    private boolean issue;

    @Option(names = "--issued", paramLabel = "NUMBER", description = "Write the collection of this number again, as it was issued.")
    private @Nullable Integer issued;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Of what stands around the papers: en or fr (default: the first of the call).")
    private @Nullable String language;

    CollectionCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        CollectionFile.Form form = form();
        if (issue && issued != null) {
            throw Problem.usage("--issue makes a new collection and --issued writes an earlier one again; give one of them.");
        }
        Edition edition = everybody ? Edition.PUBLIC : Edition.INTERNAL;
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            CollectionFile file = context.getBean(CollectionFile.class);
            Call call = context.getBean(Calls.class).current();
            if (issued != null) {
                again(file.again(call, edition, issued, form, out));
            } else {
                written(file.write(call, edition, Optional.ofNullable(language).map(Locale::of).orElse(call.content().languages().getFirst()), form, out,
                        issue, Actor.MACHINE));
            }
            return CommandLineApp.WELL;
        }
    }

    private CollectionFile.Form form() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        for (CollectionFile.Form form : CollectionFile.Form.values()) {
            if (name.endsWith("." + form.name().toLowerCase(Locale.ROOT))) {
                return form;
            }
        }
        throw Problem.usage("A collection is a DOCX or a PDF; give a name that ends in .docx or .pdf, not '%s'.".formatted(out));
    }

    private void again(IssuedCollections.Issued found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", out.toString());
        json.put("edition", found.edition().name().toLowerCase(Locale.ROOT));
        json.put("number", found.ordinal());
        json.put("issuedAt", found.issuedAt().toInstant().toString());
        json.put("sha256", found.document().hex());
        Print.of(options).show(json, () -> List.of("Collection %d (%s), issued %s: %s".formatted(found.ordinal(), json.get("edition"), json.get("issuedAt"), out),
                "SHA-256 of the DOCX: " + found.document()));
    }

    private void written(CollectionFile.Written written) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", written.file().toString());
        json.put("edition", written.edition().name().toLowerCase(Locale.ROOT));
        json.put("number", written.number());
        json.put("chapters", written.chapters());
        json.put("papers", written.papers());
        json.put("unread", written.unread());
        json.put("leftOut", written.leftOut());
        json.put("missing", written.missing());
        json.put("sha256", written.document().hex());
        json.put("seconds", written.seconds());
        Print.of(options).show(json, () -> List.of("%s: %s".formatted(written.number() == null ? "Working copy" : "Collection " + written.number(), written.file()),
                "%d chapters, %d papers; %d could not be read, %d not for this edition, %d countries without a paper".formatted(written.chapters(),
                        written.papers(), written.unread(), written.leftOut(), written.missing()), "SHA-256 of the DOCX: " + written.document()));
    }
}
