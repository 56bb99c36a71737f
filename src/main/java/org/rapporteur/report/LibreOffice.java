package org.rapporteur.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.rapporteur.report.PageNumbers.Known;
import org.rapporteur.report.PageNumbers.Unknown;
import org.rapporteur.submission.PlainFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The office program that lays out pages, without a window and with a profile of its own. */
public final class LibreOffice {

    private static final Logger LOG = LoggerFactory.getLogger(LibreOffice.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String TAGGED_PDF = """
            pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}""";
    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/bin/soffice"),
            Path.of("/usr/local/bin/soffice"),
            Path.of("/usr/lib/libreoffice/program/soffice"),
            Path.of("/opt/libreoffice/program/soffice"),
            Path.of("/snap/bin/libreoffice"),
            Path.of("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
            Path.of("C:\\Program Files\\LibreOffice\\program\\soffice.exe"));

    private final Path program;
    private final Duration longest;

    LibreOffice(Path program) {
        this(program, LONGEST);
    }

    LibreOffice(Path program, Duration longest) {
        this.program = program;
        this.longest = longest;
    }

    /** The program, looked for on the PATH and then in the usual places; empty where it is not installed. */
    public static Optional<Path> find() {
        return find(Optional.ofNullable(System.getenv("PATH")).orElse(""), USUAL_PLACES);
    }

    static Optional<Path> find(String path, List<Path> usualPlaces) {
        Stream<Path> onPath = Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(Path.of(folder, "soffice"), Path.of(folder, "soffice.exe")));
        return Stream.concat(onPath, usualPlaces.stream())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /**
     * Works out the page fields of a document. PDF would need another reader; written back as DOCX the fields hold their
     * page, which they do not in ODT or text.
     *
     * @param workFolder a folder in it is made and taken away again
     * @return known pages, or why there are none: no failure of the program is an exception
     */
    PageNumbers pages(byte[] docx, Path workFolder) {
        @Nullable Path folder = null;
        try {
            Files.createDirectories(workFolder);
            folder = Files.createTempDirectory(workFolder.toAbsolutePath(), "layout");
            Path asked = Files.write(folder.resolve("draft.docx"), docx);
            Path answer = Files.createDirectory(folder.resolve("answer")).resolve("draft.docx");
            boolean ended = run(folder, asked, "docx", answer);
            return ended ? read(answer) : new Unknown("LibreOffice took longer than " + longest.toSeconds() + " s");
        } catch (IOException | XMLStreamException failure) {
            return new Unknown("LibreOffice could not lay it out: " + failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Unknown("the layout was interrupted");
        } finally {
            remove(folder);
        }
    }

    /**
     * Makes a PDF of a document, with its headings as bookmarks and its structure as tags.
     *
     * @param workFolder a folder in it is made and taken away again
     * @throws NoPdf where the program fails, with what to do
     */
    byte[] pdf(byte[] docx, Path workFolder) {
        @Nullable Path folder = null;
        try {
            Files.createDirectories(workFolder);
            folder = Files.createTempDirectory(workFolder.toAbsolutePath(), "layout");
            Path asked = Files.write(folder.resolve("draft.docx"), docx);
            Path answer = Files.createDirectory(folder.resolve("answer")).resolve("draft.pdf");
            if (run(folder, asked, TAGGED_PDF, answer) && Files.exists(answer)) {
                return Files.readAllBytes(answer);
            }
            throw new NoPdf("LibreOffice made no PDF within %d s; write a .docx instead.".formatted(longest.toSeconds()));
        } catch (IOException failure) {
            throw new NoPdf("LibreOffice made no PDF (%s); write a .docx instead.".formatted(failure.getMessage()), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoPdf("Making the PDF was interrupted; start it again.", stopped);
        } finally {
            remove(folder);
        }
    }

    /** There is no PDF, and why. */
    static final class NoPdf extends PlainFailure {

        NoPdf(String sentence) {
            super(sentence, null);
        }

        NoPdf(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Whether it ended in time; profile and temporary files stay in the folder. */
    private boolean run(Path folder, Path asked, String form, Path answer) throws IOException, InterruptedException {
        ProcessBuilder call = new ProcessBuilder(program.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--norestore",
                "--convert-to", form, "--outdir", answer.getParent().toString(), asked.toString());
        call.environment().putAll(Map.of("TMPDIR", folder.toString(), "HOME", folder.toString()));
        call.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = call.start();
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            end(process);
        }
    }

    /** The program starts another that does the work: both go. */
    private static void end(Process process) {
        List<ProcessHandle> started = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        started.forEach(ProcessHandle::destroyForcibly);
        started.forEach(handle -> handle.onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(late -> handle).join());
    }

    private static PageNumbers read(Path answer) throws IOException, XMLStreamException {
        if (!Files.exists(answer)) {
            return new Unknown("LibreOffice wrote no document");
        }
        Map<String, Integer> pages = LaidOut.pages(answer);
        return pages.isEmpty() ? new Unknown("LibreOffice worked out no page") : new Known(pages);
    }

    private static void remove(@Nullable Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException stays) {
            LOG.warn("a temporary folder of the layout could not be taken away: {}", folder);
        }
    }
}
