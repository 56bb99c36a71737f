package org.rapporteur.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a REFI-QDA project. Codings on text are taken wherever the standard lets them stand: in text sources, the text of PDF files, of
 * regions of their pages and of pictures, and in transcripts between two synchronisation points. All else is counted as passed over.
 */
final class ProjectReader {

    private static final String NAMESPACE = "urn:QDA-XML:project:";
    private static final String INTERNAL = "internal://";
    private static final Map<String, String> FOLDERS = new LinkedHashMap<>();

    static {
        FOLDERS.put("Sets", "sets");
        FOLDERS.put("Cases", "cases");
        FOLDERS.put("Graphs", "graphs");
        FOLDERS.put("Links", "links");
        FOLDERS.put("Variables", "variables");
    }

    private final ExchangeFolder folder;
    private final Map<String, String> notes = new HashMap<>();
    private final Set<String> notesRead = new HashSet<>();
    private final List<RefiProject.Source> sources = new ArrayList<>();
    private final Map<String, Integer> passedOver = new TreeMap<>();

    private ProjectReader(ExchangeFolder folder) {
        this.folder = folder;
    }

    /** @throws FaultyExchangeFile where it holds no project that can be read */
    static RefiProject read(ExchangeFolder folder) {
        return new ProjectReader(folder).project(XmlElement.read(ExchangeFolder.PROJECT, folder.project(), NAMESPACE));
    }

    private RefiProject project(XmlElement root) {
        root.below("Notes", "Note").forEach(note -> notes.put(guid(note), text(note).text()));
        root.below("Sources").flatMap(all -> all.children().stream()).forEach(this::source);
        boolean own = root.attribute("origin").equals(CodebookXml.origin());
        // what we write into variables, we know
        FOLDERS.entrySet().stream().filter(folder -> !own || !folder.getKey().equals("Variables")).forEach(folder -> count(folder.getValue(), root.below(folder.getKey()).mapToInt(all -> all.children().size()).sum()));
        root.below("Notes", "Note").forEach(note -> count("codings on notes", (int) codingsIn(note)));
        count("notes on what is no coding", (int) notes.keySet().stream().filter(note -> !notesRead.contains(note)).count());
        Map<String, String> users = new LinkedHashMap<>();
        root.below("Users", "User").forEach(user -> users.put(guid(user), Stream.of("name", "id").map(user::attribute).filter(name -> !name.isBlank())
                .findFirst().orElse("")));
        return new RefiProject(root.attribute("name"), root.attribute("origin"), Guids.plain(root.attribute("creatingUserGUID")), users,
                CodebookXml.codes(root.below("CodeBook")), sources, passedOver.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList());
    }

    private void source(XmlElement source) {
        switch (source.name()) {
            case "TextSource" -> text(source, source);
            case "PDFSource" -> pdf(source);
            case "PictureSource" -> picture(source);
            case "AudioSource", "VideoSource" -> recording(source);
            default -> count("sources of a kind that the standard does not name (" + source.name() + ")", 1);
        }
    }

    /** Regions of a page have a text of their own, or the same identity as a stretch of the text of the whole. */
    private void pdf(XmlElement pdf) {
        Set<String> inText = pdf.below("Representation", "PlainTextSelection").map(ProjectReader::guid).collect(Collectors.toSet());
        pdf.below("Representation").forEach(text -> text(pdf, text));
        for (XmlElement region : pdf.below("PDFSelection").filter(one -> !inText.contains(guid(one))).toList()) {
            Optional<XmlElement> text = region.below("Representation").findFirst();
            if (text.isPresent() && !text.get().textOf("PlainTextContent").isBlank()) {
                SourceText words = text(text.get());
                sources.add(new RefiProject.Source(guid(text.get()), pdf.attribute("name"), "", Map.of(), words,
                        List.of(selection(region, 0, words.raw().codePointCount(0, words.raw().length()))), List.of()));
            } else {
                count("codings on regions of PDF pages without text", (int) region.below("Coding").count());
            }
        }
        whole(pdf);
    }

    private void picture(XmlElement picture) {
        picture.below("TextDescription").forEach(text -> text(picture, text));
        count("codings on pictures", (int) (picture.below("PictureSelection", "Coding").count() + picture.below("Coding").count()));
    }

    private void recording(XmlElement recording) {
        recording.below("Transcript").forEach(transcript -> transcript(recording, transcript));
        count("codings on recordings", (int) (Stream.of("AudioSelection", "VideoSelection").mapToLong(kind -> recording.below(kind, "Coding").count()).sum()
                + recording.below("Coding").count()));
    }

    private void transcript(XmlElement recording, XmlElement transcript) {
        SourceText text = text(transcript);
        Map<String, Integer> points = new HashMap<>();
        transcript.below("SyncPoint").forEach(point -> number(point, "position").ifPresent(position -> points.put(guid(point), position)));
        int end = text.raw().codePointCount(0, text.raw().length());
        List<RefiProject.Selection> selections = transcript.below("TranscriptSelection").map(stretch -> selection(stretch,
                points.getOrDefault(Guids.plain(stretch.attribute("fromSyncPoint")), -1),
                stretch.attribute("toSyncPoint").isBlank() ? end : points.getOrDefault(Guids.plain(stretch.attribute("toSyncPoint")), -1))).toList();
        sources.add(new RefiProject.Source(guid(transcript), recording.attribute("name"), "", Map.of(), text, selections, List.of()));
    }

    /** @param named what people call it by, the text itself or the file that it is the text of */
    private void text(XmlElement named, XmlElement text) {
        List<RefiProject.Selection> selections = text.below("PlainTextSelection").map(one -> selection(one, number(one, "startPosition").orElse(-1),
                number(one, "endPosition").orElse(-1))).toList();
        sources.add(new RefiProject.Source(guid(text), named.attribute("name"), text.textOf("Description"), Map.of(), text(text), selections,
                text.below("Coding").map(this::coding).toList()));
    }

    /** What is said of a PDF file as a whole. */
    private void whole(XmlElement file) {
        List<RefiProject.Coding> codings = file.below("Coding").map(this::coding).toList();
        if (!codings.isEmpty()) {
            sources.add(new RefiProject.Source(guid(file), file.attribute("name"), "", Map.of(), SourceText.of(""), List.of(), codings));
        }
    }

    private RefiProject.Selection selection(XmlElement selection, int start, int end) {
        return new RefiProject.Selection(guid(selection), selection.attribute("name"), selection.textOf("Description"), start, end,
                selection.below("Coding").map(this::coding).toList());
    }

    private RefiProject.Coding coding(XmlElement coding) {
        List<String> about = coding.below("NoteRef").map(ref -> Guids.plain(ref.attribute("targetGUID"))).toList();
        notesRead.addAll(about);
        return new RefiProject.Coding(guid(coding), coding.below("CodeRef").findFirst().map(ref -> Guids.plain(ref.attribute("targetGUID"))).orElse(""),
                Guids.plain(coding.attribute("creatingUser")), moment(coding.attribute("creationDateTime")),
                about.stream().map(note -> notes.getOrDefault(note, "").strip()).filter(note -> !note.isEmpty()).collect(Collectors.joining("\n\n")));
    }

    private SourceText text(XmlElement text) {
        String path = text.attribute("plainTextPath");
        if (path.isBlank()) {
            return SourceText.of(text.textOf("PlainTextContent"));
        }
        if (!path.startsWith(INTERNAL)) {
            return SourceText.unreadable("its text is outside of the project file (%s), where nothing is read".formatted(path));
        }
        return folder.source(path.substring(INTERNAL.length())).map(SourceText::decoded)
                .orElseGet(() -> SourceText.unreadable("the project file does not hold its text, %s".formatted(path)));
    }

    private static long codingsIn(XmlElement element) {
        return element.below("Coding").count() + element.children().stream().mapToLong(ProjectReader::codingsIn).sum();
    }

    private void count(String what, int more) {
        if (more > 0) {
            passedOver.merge(what, more, Integer::sum);
        }
    }

    private static String guid(XmlElement element) {
        return Guids.plain(element.attribute("guid"));
    }

    private static Optional<Integer> number(XmlElement element, String attribute) {
        return element.attribute(attribute).strip().matches("[+-]?\\d{1,9}") ? Optional.of(Integer.valueOf(element.attribute(attribute).strip())) : Optional.empty();
    }

    /** Without a zone it is taken as universal time. */
    private static Optional<Instant> moment(String text) {
        for (Function<String, Instant> form : List.<Function<String, Instant>>of(one -> OffsetDateTime.parse(one).toInstant(),
                one -> LocalDateTime.parse(one).toInstant(ZoneOffset.UTC))) {
            try {
                return Optional.of(form.apply(text.strip()));
            } catch (DateTimeException other) {
                // the next form, or none
            }
        }
        return Optional.empty();
    }
}
