package org.rapporteur.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.SAXException;

/** Reads one file, inside the parsing process. */
final class FileReading {

    private static final Set<String> DOCUMENTS = Set.of(Reading.SLIDES, "application/pdf", "application/msword", "application/rtf", "text/rtf",
            "text/html", "application/xhtml+xml", "text/plain", "application/vnd.oasis.opendocument.text",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template");
    private static final Set<String> DOCX = Set.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template");
    private static final String TNEF = "application/vnd.ms-tnef";
    private static final String MAIL = "message/rfc822";
    /** others that hold files, and are no paper themselves */
    private static final Set<String> CONTAINERS = Set.of(MAIL, "application/vnd.ms-outlook", TNEF, "application/mbox",
            Archives.ZIP, "application/x-7z-compressed", "application/x-tar", "application/x-gtar", "application/gzip", "application/x-bzip2",
            "application/x-xz", "application/x-rar-compressed", "application/x-rar", "application/pkcs7-mime", "application/pkcs7-signature");
    /** of these, those that hold a text of their own */
    private static final Set<String> WRITTEN = Set.of("application/vnd.ms-outlook", TNEF);
    private static final Set<String> ENCRYPTED = Set.of("application/x-tika-ooxml-protected");
    /** what a mail may be taken for whose name says that it is one */
    private static final Set<String> TEXTS = Set.of("application/xhtml+xml", "application/octet-stream", "application/mbox");
    /** a paper with fewer letters a page is taken for pictures of pages */
    private static final int FEWEST_LETTERS_A_PAGE = 25;

    private final AutoDetectParser parser;
    private final Languages languages;

    FileReading() throws IOException {
        parser = new AutoDetectParser(TikaConfig.getDefaultConfig());
        languages = new Languages();
    }

    /** @throws MachineFault where the machine, not the file, is the reason that nothing was read */
    Reading read(Request request) throws MachineFault {
        try {
            return detected(request);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            return new Reading.NoText("application/octet-stream", causeOf(damaged));
        }
    }

    private Reading detected(Request request) throws IOException, MachineFault {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, request.name());
        try (TikaInputStream in = TikaInputStream.get(request.file())) {
            String type = type(request, parser.getDetector().detect(in, metadata).getBaseType().toString());
            if (request.file().toFile().length() == 0) {
                return new Reading.NoText(type, Cause.EMPTY);
            }
            if (ENCRYPTED.contains(type)) {
                return new Reading.NoText(type, Cause.ENCRYPTED);
            }
            if (!DOCUMENTS.contains(type) && !CONTAINERS.contains(type)) {
                return new Reading.NoText(type, Pictures.isPage(type, request.file()) ? Cause.SCANNED : Cause.UNSUPPORTED);
            }
            Attachments attachments = new Attachments(request, CONTAINERS.contains(type));
            Reading reading = parsed(request, type, in, metadata, attachments);
            if (!(reading instanceof Reading.Container)) {
                attachments.discard();
            }
            return reading;
        }
    }

    /** What its first lines make look like a text is a mail where its name says so: a head is a text too. */
    private static String type(Request request, String detected) {
        boolean named = request.name().toLowerCase(Locale.ROOT).endsWith(".eml");
        return detected.equals("multipart/related") || named && (detected.startsWith("text/") || TEXTS.contains(detected)) ? MAIL : detected;
    }

    private Reading parsed(Request request, String type, TikaInputStream in, Metadata metadata, Attachments attachments)
            throws MachineFault {
        BlockHandler handler = new BlockHandler(request.characters());
        try {
            if (type.equals("application/pdf")) {
                return PdfText.read(request, this::answer);
            }
            if (DOCX.contains(type)) {
                return answer(type, DocxText.read(request.file(), request.characters()));
            }
            if (type.equals("application/vnd.oasis.opendocument.text")) {
                return answer(type, OdtText.read(request.file(), request.characters()));
            }
            if (type.equals("application/msword") && !DocText.isOld(request.file())) {
                return answer(type, DocText.read(request.file(), request.characters()));
            }
            if (type.equals(MAIL)) {
                return new MailReading(attachments, new MailText(request.characters())).read(request.file());
            }
            if (type.equals(Archives.ZIP)) {
                return Archives.zip(request.file(), attachments);
            }
            if (type.startsWith("application/pkcs7-")) {
                return SignedMail.read(request.file(), request.name(), attachments);
            }
            if (type.endsWith("/rtf")) {
                try (TikaInputStream accepted = TikaInputStream.get(RtfChanges.accepted(Files.readAllBytes(request.file())))) {
                    parser.parse(accepted, handler, metadata, context(attachments));
                }
            } else {
                parser.parse(in, handler, metadata, context(attachments));
            }
            List<Block> blocks = type.endsWith("/rtf") ? RtfChanges.withRows(handler.blocks()) : type.equals("text/plain") ? PlainText.blocks(handler.raw()) : handler.blocks();
            if (!CONTAINERS.contains(type)) {
                boolean cut = CutOff.is(type, request.file());
                return answer(type, new Pages(handler.pages(), cut ? 1 : null), blocks, cut ? Cause.INCOMPLETE : without(handler.pictures()));
            }
            if (!WRITTEN.contains(type) && attachments.files().isEmpty()) {
                return new Reading.NoText(type, Cause.EMPTY);
            }
            List<Block> own = !WRITTEN.contains(type) ? List.of() : type.equals(TNEF) ? written(attachments, request.characters()) : blocks;
            return new Reading.Container(type, MailHead.sender(metadata), MailHead.subject(metadata), own, attachments.files());
        } catch (TooMuchText tooMuch) {
            return new Reading.NoText(type, Cause.TOO_LARGE);
        } catch (EncryptedDocumentException locked) {
            return new Reading.NoText(type, Cause.ENCRYPTED);
        } catch (ZeroByteFileException nothing) {
            return new Reading.NoText(type, Cause.EMPTY);
        } catch (IOException | SAXException | TikaException | RuntimeException | StackOverflowError damaged) {
            return new Reading.NoText(type, causeOf(damaged));
        }
    }

    /** Outlook keeps what its user wrote as a file among the others. */
    private List<Block> written(Attachments attachments, int characters) throws IOException, SAXException, TikaException {
        Optional<Path> text = attachments.takeOut("message.rtf");
        if (text.isEmpty()) {
            return List.of();
        }
        BlockHandler handler = new BlockHandler(characters);
        try (TikaInputStream in = TikaInputStream.get(text.get())) {
            parser.parse(in, handler, new Metadata(), context(attachments.none()));
        } finally {
            Files.deleteIfExists(text.get());
        }
        return handler.blocks();
    }

    private Reading answer(String type, DocxText.Found found) {
        long words = found.blocks().stream().mapToLong(block -> block.text().split(" ").length).sum();
        return answer(type, Pages.byWords(words, found.pages(), found.words()), found.blocks(), without(found.pictures()));
    }

    private static Cause without(boolean pictures) {
        return pictures ? Cause.SCANNED : Cause.EMPTY;
    }

    private Reading answer(String type, Pages pages, List<Block> blocks, Cause without) {
        long letters = blocks.stream().flatMapToInt(block -> block.text().codePoints()).filter(Character::isLetter).count();
        if (letters < FEWEST_LETTERS_A_PAGE * (pages.read() == null ? 1L : Math.max(1, pages.read()))) {
            return new Reading.NoText(type, without);
        }
        String language = languages.ofDocument(blocks);
        return new Reading.Text(type, pages.read(), language, languages.marked(TableHeads.marked(blocks), language), pages.declared());
    }

    private static ParseContext context(Attachments attachments) {
        OfficeParserConfig office = new OfficeParserConfig();
        office.setIncludeDeletedContent(false);
        office.setIncludeMoveFromContent(false);
        office.setIncludeHeadersAndFooters(false);
        office.setIncludeSlideNotes(false);
        office.setIncludeSlideMasterContent(false);
        office.setExtractMacros(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
        context.set(EmbeddedDocumentExtractor.class, attachments);
        return context;
    }

    private static Cause causeOf(Throwable damaged) throws MachineFault {
        MachineFault.throwIfOne(damaged);
        for (Throwable cause = damaged; cause != null; cause = cause.getCause()) {
            if (cause instanceof EncryptedDocumentException || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return Cause.ENCRYPTED;
            }
            if (cause instanceof TooMuchText
                    || cause.getMessage() != null && cause.getMessage().contains("Zip bomb")) {
                return Cause.TOO_LARGE;
            }
        }
        return Cause.DAMAGED;
    }
}
