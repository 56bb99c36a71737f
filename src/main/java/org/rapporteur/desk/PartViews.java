package org.rapporteur.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.Cause;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.intake.Treatment;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Omissions;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.StandIn;
import org.rapporteur.submission.StandIns;
import org.springframework.stereotype.Component;

/** Puts together what the page of a delivery shows of its parts. */
@Component
class PartViews {

    /** characters of a text that are shown at first, and on request */
    static final int BEGINNING = 2500;
    static final int WHOLE = 300_000;
    private static final int LONGEST_HEAD = 20_000;

    private final Deliveries deliveries;
    private final Extractions extractions;
    private final Originals originals;
    private final Omissions omissions;
    private final StandIns standIns;

    PartViews(Deliveries deliveries, Extractions extractions, Originals originals, Omissions omissions, StandIns standIns) {
        this.deliveries = deliveries;
        this.extractions = extractions;
        this.originals = originals;
        this.omissions = omissions;
        this.standIns = standIns;
    }

    /** @param inFull key of the part whose text is shown as far as a page can; 0 for none */
    List<PartView> of(long delivery, long inFull) {
        List<Part> parts = inTreeOrder(deliveries.parts(delivery));
        Map<Long, Extraction> texts = extractions.latest(parts.stream().map(Part::id).toList()).stream()
                .collect(Collectors.toMap(Extraction::part, Function.identity()));
        Map<Long, Omissions.Omission> omitted = omissions.of(delivery).stream()
                .collect(Collectors.toMap(Omissions.Omission::part, Function.identity()));
        Map<Long, StandIn> provenance = standIns.among(parts);
        Map<Long, Integer> depths = new HashMap<>();
        return parts.stream().map(part -> {
            depths.put(part.id(), part.parent() == null ? 0 : depths.getOrDefault(part.parent(), 0) + 1);
            return view(part, depths.get(part.id()), texts.get(part.id()), omitted.get(part.id()), part.id() == inFull ? WHOLE : BEGINNING)
                    .with(Optional.ofNullable(provenance.get(part.id())).map(Provenance::sentence).orElse(""));
        }).toList();
    }

    /** The head of a mail as it came, before its first empty line; at most {@value #LONGEST_HEAD} bytes. */
    String head(Part whole) {
        String start = start(originals.file(whole.original()), LONGEST_HEAD);
        return start.split("\\r?\\n\\r?\\n", 2)[0];
    }

    /** Every part after the one it was inside of, however late it was stored. */
    private static List<Part> inTreeOrder(List<Part> parts) {
        Map<Long, List<Part>> children = parts.stream().filter(part -> part.parent() != null).collect(Collectors.groupingBy(Part::parent));
        return parts.stream().filter(part -> part.parent() == null).flatMap(part -> withChildren(part, children).stream()).toList();
    }

    private static List<Part> withChildren(Part part, Map<Long, List<Part>> children) {
        List<Part> all = new ArrayList<>(List.of(part));
        children.getOrDefault(part.id(), List.of()).forEach(child -> all.addAll(withChildren(child, children)));
        return all;
    }

    private PartView view(Part part, int depth, @Nullable Extraction read, Omissions.@Nullable Omission omitted, int most) {
        String text = read != null ? text(read) : isNote(part) ? start(originals.file(part.original()), most + 1).strip() : "";
        return new PartView(part.id(), Math.min(depth, PartView.DEEPEST), part.name(), PartView.kind(part.mediaType()),
                PartView.size(size(part)), read == null ? null : pages(read), read == null ? null : words(text),
                omitted != null || part.standing() != PartStanding.DOCUMENT ? "" : part.cause() == null ? "accepted" : "held",
                standing(part, omitted), part.cause() == null ? "" : Cause.valueOf(part.cause()).sentence(),
                text.length() <= most ? text : text.substring(0, most), most == WHOLE, text.length() > most, Treatment.canBeLeftOut(part), omitted != null,
                part.standing() != PartStanding.ENVELOPE && omitted == null, "");
    }

    private static @Nullable String pages(Extraction read) {
        return read.pages() == null ? null : read.declared() != null ? "%d of %d pages".formatted(read.pages(), read.declared())
                : read.pages() == 1 ? "1 page" : read.pages() + " pages";
    }

    private static String standing(Part part, Omissions.@Nullable Omission omitted) {
        if (omitted != null) {
            return "left out by %s on %s".formatted(omitted.by(), Moments.shown(omitted.at()));
        }
        return switch (part.standing()) {
            case ENVELOPE -> "holds the parts below";
            case DOCUMENT -> part.cause() == null ? "counts" : "counts, and could not be read";
            case LEFT_OUT -> "kept, does not count";
        };
    }

    /** The text of a mail, which is kept apart although it does not count. */
    private static boolean isNote(Part part) {
        return part.standing() == PartStanding.LEFT_OUT && part.mediaType().startsWith("text/plain");
    }

    private static String text(Extraction read) {
        return read.blocks().stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }

    private long size(Part part) {
        try {
            return Files.size(originals.file(part.original()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String start(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
