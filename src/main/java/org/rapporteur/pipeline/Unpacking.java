package org.rapporteur.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.Allowance;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.Cause;
import org.rapporteur.extraction.ExtractionLimits;
import org.rapporteur.extraction.Reader;
import org.rapporteur.extraction.Reading;
import org.rapporteur.extraction.Unpacked;
import org.rapporteur.intake.FileNames;
import org.rapporteur.submission.Omissions;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.StandIn;
import org.rapporteur.submission.StandIns;
import org.springframework.stereotype.Component;

/** Opens what arrived down to the files inside it, and tells papers from envelopes, covering notes and pictures. */
@Component
class Unpacking {

    /** the text of a mail counts as a paper from here on, where nothing that counts is attached */
    private static final int PAPER_IN_BODY = 150;
    private static final String BODY = "message text.txt";
    private static final Set<String> BESIDE_THE_POINT = Set.of("application/pkcs7-signature", "application/pgp-signature",
            "text/calendar", "text/vcard", "text/x-vcard", "message/delivery-status", "text/rfc822-headers");

    private final Reader reader;
    private final Originals originals;
    private final ExtractionLimits limits;
    private final Omissions omissions;
    private final StandIns standIns;

    Unpacking(Reader reader, Originals originals, ExtractionLimits limits, Omissions omissions, StandIns standIns) {
        this.reader = reader;
        this.originals = originals;
        this.limits = limits;
        this.omissions = omissions;
        this.standIns = standIns;
    }

    /** A part as it was found; ordinals count from 1 in the order of opening, {@code parent} is 0 for the outermost. */
    record Found(int ordinal, int parent, int depth, String name, String mediaType, Sha256 original, PartStanding standing,
            @Nullable String cause, Reading.@Nullable Text text) {

        Part part(long delivery, @Nullable Long parentId, int place) {
            return new Part(0, delivery, parentId, place, name, mediaType, original, standing, cause);
        }

        Found with(PartStanding other, @Nullable String otherCause, Reading.@Nullable Text otherText) {
            return new Found(ordinal, parent, depth, name, mediaType, original, other, otherCause, otherText);
        }
    }

    /** All parts in order, and what the outermost mail says of itself; null where it is no mail. */
    record Tree(List<Found> parts, @Nullable String sender, @Nullable String subject) {}

    /** @param textToo whether the text of a mail may be the paper, where nothing that counts is attached */
    Tree open(Part whole, boolean textToo) {
        Opening opening = new Opening(omissions.of(whole.delivery()).stream().map(Omissions.Omission::original).collect(Collectors.toSet()),
                standIns.of(whole.delivery()).stream().collect(Collectors.toMap(StandIn::replaced, Function.identity(), (one, same) -> same)));
        Reading outermost = opening.open(0, 1, whole.name(), whole.original());
        opening.findPaperElsewhere(textToo);
        return outermost instanceof Reading.Container mail ? new Tree(opening.found, mail.sender(), mail.subject())
                : new Tree(opening.found, null, null);
    }

    /** One delivery on the way to its parts. */
    private final class Opening {

        private final List<Found> found = new ArrayList<>();
        private final Allowance left = new Allowance(limits);
        /** ordinals of pictures that look like pages */
        private final Set<Integer> pages = new HashSet<>();
        /** what a person left out, wherever in the delivery it stands */
        private final Set<Sha256> omitted;
        /** what is read in the place of these bytes, as a person said */
        private final Map<Sha256, StandIn> standing;

        Opening(Set<Sha256> omitted, Map<Sha256, StandIn> standing) {
            this.omitted = omitted;
            this.standing = standing;
        }

        private Reading open(int parent, int depth, String name, Sha256 original) {
            int ordinal = found.size() + 1;
            Reading reading = read(parent, depth, name, original);
            StandIn other = standing.get(original);
            if (other != null && !(reading instanceof Reading.Container)) {
                Found part = found.get(ordinal - 1);
                found.set(ordinal - 1, part.with(PartStanding.LEFT_OUT, part.cause(), part.text()));
                pages.remove(ordinal);
                // nothing stands for what stands for something: it can't go round in circles
                read(ordinal, depth + 1, other.name(), other.original());
            }
            return reading;
        }

        private Reading read(int parent, int depth, String name, Sha256 original) {
            Reading reading = reader.read(originals.file(original), name, left);
            int ordinal = found.size() + 1;
            switch (reading) {
                case Reading.Text text -> found.add(new Found(ordinal, parent, depth, name, text.mediaType(), original,
                        document(original), text.cause() == null ? null : text.cause().name(), text));
                case Reading.NoText none when depth > 1 && isBesideThePoint(none) -> {
                    found.add(new Found(ordinal, parent, depth, name, none.mediaType(), original, PartStanding.LEFT_OUT, null, null));
                    if (none.cause() == Cause.SCANNED) {
                        pages.add(ordinal);
                    }
                }
                case Reading.NoText none -> found.add(new Found(ordinal, parent, depth, name, none.mediaType(), original,
                        document(original), none.cause().name(), null));
                case Reading.Container container -> openInside(parent, depth, name, original, container);
            }
            return reading;
        }

        private void openInside(int parent, int depth, String name, Sha256 original, Reading.Container container) {
            int ordinal = found.size() + 1;
            boolean tooDeep = depth > limits.depth();
            found.add(new Found(ordinal, parent, depth, name, container.mediaType(), original,
                    tooDeep ? document(original) : PartStanding.ENVELOPE, tooDeep ? Cause.TOO_LARGE.name() : null, null));
            if (!tooDeep && !container.body().isEmpty()) {
                leaveOut(ordinal, depth, BODY, "text/plain", originals.keep(text(container).getBytes(StandardCharsets.UTF_8)));
            }
            for (Unpacked file : container.files()) {
                Sha256 kept = originals.keep(file.bytes());
                delete(file);
                if (file.aside() != null) {
                    leaveOut(ordinal, depth, FileNames.harmless(file.name()), file.aside(), kept);
                } else if (!tooDeep) {
                    open(ordinal, depth + 1, FileNames.harmless(file.name()), kept);
                }
            }
        }

        private void leaveOut(int parent, int depth, String name, String type, Sha256 original) {
            found.add(new Found(found.size() + 1, parent, depth + 1, name, type, original, PartStanding.LEFT_OUT, null, null));
        }

        /** Where nothing that counts is attached, the paper may stand in the mail itself, or in pictures of its pages. */
        private void findPaperElsewhere(boolean textToo) {
            if (textToo && hasNoDocument()) {
                readLongestBody();
            }
            if (hasNoDocument()) {
                found.replaceAll(part -> pages.contains(part.ordinal()) && !omitted.contains(part.original())
                        ? part.with(PartStanding.DOCUMENT, Cause.SCANNED.name(), null) : part);
            }
        }

        private PartStanding document(Sha256 original) {
            return omitted.contains(original) ? PartStanding.LEFT_OUT : PartStanding.DOCUMENT;
        }

        private boolean hasNoDocument() {
            return found.stream().noneMatch(part -> part.standing() == PartStanding.DOCUMENT);
        }

        private void readLongestBody() {
            found.stream().filter(part -> part.name().equals(BODY) && !omitted.contains(part.original())).max(Comparator.comparing(part -> size(part.original())))
                    .ifPresent(part -> {
                        if (reader.read(originals.file(part.original()), part.name(), left) instanceof Reading.Text text
                                && words(text) >= PAPER_IN_BODY) {
                            found.set(part.ordinal() - 1, part.with(PartStanding.DOCUMENT, null, text));
                        }
                    });
        }
    }

    private static boolean isBesideThePoint(Reading.NoText none) {
        return none.mediaType().startsWith("image/") || BESIDE_THE_POINT.contains(none.mediaType());
    }

    private static String text(Reading.Container mail) {
        return mail.body().stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    private static int words(Reading.Text text) {
        return text.blocks().stream().mapToInt(block -> block.text().split("\\s+").length).sum();
    }

    private long size(Sha256 original) {
        try {
            return Files.size(originals.file(original));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Unpacked file) {
        try {
            Files.deleteIfExists(file.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
