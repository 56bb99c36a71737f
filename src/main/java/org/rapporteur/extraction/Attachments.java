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

/** Keeps the files found inside a mail, without opening them. */
final class Attachments implements EmbeddedDocumentExtractor {

    private final Request request;
    private final List<Unpacked> files = new ArrayList<>();
    private long bytes;

    Attachments(Request request) {
        this.request = request;
    }

    List<Unpacked> files() {
        return files;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return true;
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) throws IOException {
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        Path file = request.unpackTo().resolve(UUID.randomUUID() + ".part");
        long left = request.unpacked() - bytes;
        try (InputStream bounded = BoundedInputStream.builder().setInputStream(stream).setMaxCount(left + 1).setPropagateClose(false).get()) {
            bytes += Files.copy(bounded, file);
        }
        files.add(new Unpacked(name == null ? "" : name, file));
        if (bytes > request.unpacked() || files.size() > request.files()) {
            for (Unpacked unpacked : files) {
                Files.deleteIfExists(unpacked.bytes());
            }
            throw new IOException(new TooMuchText(request.files()));
        }
    }
}
