package org.rapporteur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.ContentHandler;

/** Keeps the files found inside a mail, without opening them; pictures and the like inside a document are not looked at. */
final class Attachments implements EmbeddedDocumentExtractor {

    private final Request request;
    private final List<Unpacked> files = new ArrayList<>();
    private final boolean mail;
    private long bytes;

    Attachments(Request request, boolean mail) {
        this.request = request;
        this.mail = mail;
    }

    List<Unpacked> files() {
        return files;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return mail;
    }

    /** Nobody asks for files of a mail that was not read to its end. */
    void discard() throws IOException {
        for (Unpacked unpacked : files) {
            Files.deleteIfExists(unpacked.bytes());
        }
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) throws IOException {
        String name = StorableText.orNull(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY));
        Path file = request.unpackTo().resolve(UUID.randomUUID() + ".part");
        if (!mail) {
            return;
        }
        long left = request.unpacked() - bytes;
        files.add(new Unpacked(name == null ? "" : name, file));
        try (InputStream bounded = BoundedInputStream.builder().setInputStream(stream).setMaxCount(left + 1).setPropagateClose(false).get()) {
            bytes += Files.copy(bounded, file);
        }
        if (bytes > request.unpacked() || files.size() > request.files()) {
            throw new IOException(new TooMuchText(request.files()));
        }
    }
}
