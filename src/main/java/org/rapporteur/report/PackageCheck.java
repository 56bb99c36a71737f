package org.rapporteur.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.submission.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a package without the house that it came from: every hash, that every passage stands in its text and every quotation in its
 * passage, and every count. A change that was made with the manifest told of it is found by what the files say of one another.
 */
public final class PackageCheck {

    static final String PROJECT = "codings.qdpx";
    static final String CODINGS = "codings.csv";
    static final String DRAFT = "draft.docx";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PackageReader files;
    private final Facts facts;
    private final Map<String, Integer> counted = new HashMap<>();

    private PackageCheck(PackageReader files, Facts facts) {
        this.files = files;
        this.facts = facts;
    }

    /** Checks a file; that it is no package, or one that nobody should open, is a finding too. */
    public static Verification.Found run(Path file) {
        return run(file, PackageReader.Bounds.USUAL);
    }

    static Verification.Found run(Path file, PackageReader.Bounds bounds) {
        Facts facts = new Facts();
        try (PackageReader files = PackageReader.open(file, bounds)) {
            new PackageCheck(files, facts).all();
        } catch (PackageReader.Unreadable refused) {
            facts.check(false, "%s", refused.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Verification.Found(facts.checked(), facts.wrong());
    }

    private void all() {
        Optional<PackageManifest> manifest = json(PackageReader.MANIFEST, PackageManifest.class);
        if (manifest.isEmpty() || !manifest.get().format().equals(PackageManifest.FORMAT)) {
            throw new PackageReader.Unreadable("It is no package of Rapporteur, or one of another version: its %s does not say '%s'."
                    .formatted(PackageReader.MANIFEST, PackageManifest.FORMAT));
        }
        Map<String, String> hashes = hashes(manifest.get());
        List<PackagedPaper> papers = list(PackagedPaper.FILE, PackagedPaper[].class);
        Map<String, String> texts = new HashMap<>();
        papers.forEach(paper -> paper(paper, hashes, texts));
        Map<Long, String> passages = passages(texts);
        PackagedCodings codings = new PackagedCodings(facts);
        files.bytes(CODINGS).ifPresent(bytes -> counted.put("codings", codings.table(bytes, byPaper(papers, texts))));
        files.bytes(PROJECT).ifPresent(bytes -> counted.put("codingsOfProject", codings.project(bytes, texts.values())));
        json(PackagedDraft.FILE, PackagedDraft.class).ifPresent(draft -> {
            new PackagedStatements(facts, draft, passages).check();
            files.bytes(DRAFT).ifPresent(bytes -> new PackagedStatements(facts, draft, passages).standIn(DocxWords.of(DRAFT, bytes, facts)));
            counted.put("statements", draft.statements().size());
            counted.put("quotations", (int) draft.statements().stream().flatMap(statement -> statement.evidence().stream())
                    .filter(evidence -> evidence.quotation() != null).count());
        });
        counted.put("papers", papers.size());
        counted.put("documents", papers.stream().mapToInt(paper -> paper.documents().size()).sum());
        counted.put("passages", passages.size());
        counts(manifest.get());
    }

    /** Every file is listed, is there, and has its hash. */
    private Map<String, String> hashes(PackageManifest manifest) {
        Map<String, String> hashes = new HashMap<>();
        manifest.files().forEach(listed -> {
            boolean there = files.names().contains(listed.name());
            facts.check(there, "%s is listed and not there; get the package again", listed.name());
            facts.check(!hashes.containsKey(listed.name()), "%s is listed twice; get the package again", listed.name());
            if (there) {
                String hash = files.hash(listed.name()).hex();
                hashes.put(listed.name(), hash);
                facts.check(hash.equals(listed.sha256()), "%s has changed since the package was made; get it again", listed.name());
            }
        });
        Set<String> unlisted = new HashSet<>(files.names());
        unlisted.removeAll(hashes.keySet());
        unlisted.remove(PackageReader.MANIFEST);
        unlisted.stream().sorted().forEach(name -> facts.check(false, "%s is in the package and not listed; trust nothing it says", name));
        return hashes;
    }

    private void paper(PackagedPaper paper, Map<String, String> hashes, Map<String, String> texts) {
        for (PackagedPaper.Document document : paper.documents()) {
            if (document.original() != null) {
                facts.check(document.sha256().equals(hashes.get(document.original())), "%s is not the file that %s, revision %d, was read from",
                        document.original(), paper.number(), paper.revision());
            }
            if (document.text() != null) {
                Optional<byte[]> text = files.bytes(document.text());
                facts.check(text.isPresent(), "the text of %s, %s, is not there; get the package again", paper.number(), document.text());
                text.ifPresent(bytes -> texts.put(document.text(), new String(bytes, StandardCharsets.UTF_8)));
            }
        }
    }

    /** The words of every passage that stands where it says, by key. */
    private Map<Long, String> passages(Map<String, String> texts) {
        Map<Long, String> words = new HashMap<>();
        for (PackagedPassage passage : list(PackagedPassage.FILE, PackagedPassage[].class)) {
            String text = texts.getOrDefault(passage.text(), "");
            boolean within = 0 <= passage.start() && passage.start() < passage.end() && passage.end() <= text.length();
            String found = within ? text.substring(passage.start(), passage.end()) : "";
            facts.check(Sha256.of(found).hex().equals(passage.sha256()), "passage %d (%s) does not stand in %s where it says", passage.id(),
                    passage.citation(), passage.text());
            facts.check(words.put(passage.id(), found) == null, "passage %d is there twice", passage.id());
        }
        return words;
    }

    /** Every count that the manifest tells, counted again. */
    private void counts(PackageManifest manifest) {
        manifest.counts().forEach((what, count) -> facts.check(count.equals(counted.get(what)), "the manifest counts %d %s, and there are %s", count,
                what, counted.getOrDefault(what, 0)));
        counted.keySet().stream().filter(what -> !manifest.counts().containsKey(what)).forEach(what ->
                facts.check(false, "the manifest does not count the %s", what));
    }

    private static Map<String, String> byPaper(List<PackagedPaper> papers, Map<String, String> texts) {
        return papers.stream().collect(Collectors.toMap(PackagedPaper::number, paper -> paper.documents().stream()
                .map(document -> texts.getOrDefault(String.valueOf(document.text()), "")).collect(Collectors.joining("\n")), (one, other) -> one + "\n" + other));
    }

    /** Without holes, which somebody may have made. */
    private <T> List<T> list(String name, Class<T[]> type) {
        return json(name, type).stream().flatMap(Arrays::stream).filter(Objects::nonNull).toList();
    }

    private <T> Optional<T> json(String name, Class<T> type) {
        return files.bytes(name).flatMap((Function<byte[], Optional<T>>) bytes -> {
            try {
                T read = JSON.readValue(bytes, type);
                facts.check(read != null, "%s says nothing; get the package again", name);
                return Optional.ofNullable(read);
            } catch (JacksonException broken) {
                facts.check(false, "%s can't be read; get the package again", name);
                return Optional.empty();
            }
        });
    }
}
