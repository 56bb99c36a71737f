package org.rapporteur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;

/** Keeps the files found inside a mail or an archive, without opening them; pictures and the like inside a document are not looked at. */
final class Attachments implements EmbeddedDocumentExtractor {

    private final Request request;
    private final List<Unpacked> files = new ArrayList<>();
    private final boolean container;
    private long bytes;

    Attachments(Request request, boolean container) {
        this.request = request;
        this.container = container;
    }

    /** For a text beside the files: what is inside it is not looked at. */
    Attachments none() {
        return new Attachments(request, false);
    }

    List<Unpacked> files() {
        return files;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return container;
    }

    /** Where the bytes of the first file of this name are; it is no longer one of the files. */
    Optional<Path> takeOut(String name) {
        Optional<Unpacked> found = files.stream().filter(file -> file.name().equals(name)).findFirst();
        found.ifPresent(files::remove);
        return found.map(Unpacked::bytes);
    }

    /** Nobody asks for files of something that was not read to its end. */
    void discard() throws IOException {
        for (Unpacked unpacked : files) {
            Files.deleteIfExists(unpacked.bytes());
        }
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) throws IOException {
        if (container) {
            String name = StorableText.orNull(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY));
            add(name == null ? "" : name, null, whole(stream));
        }
    }

    /** A mail of Outlook inside another one is no file there, but a branch of it: it is made one. */
    private static InputStream whole(InputStream stream) throws IOException {
        if (!(TikaInputStream.cast(stream) instanceof TikaInputStream tika && tika.getOpenContainer() instanceof DirectoryNode branch)) {
            return stream;
        }
        try (POIFSFileSystem alone = new POIFSFileSystem(); UnsynchronizedByteArrayOutputStream bytes = UnsynchronizedByteArrayOutputStream.builder().get()) {
            EntryUtils.copyNodes(branch, alone.getRoot());
            alone.writeFilesystem(bytes);
            return bytes.toInputStream();
        }
    }

    /**
     * Keeps a file; one that breaks off is kept as far as it came.
     *
     * @param aside its type where it is beside the point, else null
     */
    void add(String name, @Nullable String aside, InputStream stream) throws IOException {
        Path file = request.unpackTo().resolve(UUID.randomUUID() + ".part");
        files.add(new Unpacked(name, file, aside));
        long left = request.unpacked() - bytes;
        try (InputStream bounded = BoundedInputStream.builder().setInputStream(stream).setMaxCount(left + 1).setPropagateClose(false).get();
                OutputStream out = Files.newOutputStream(file)) {
            copy(bounded, out);
        }
        bytes += Files.size(file);
        if (bytes > request.unpacked() || files.size() > request.files()) {
            throw new IOException(new TooMuchText(request.files()));
        }
    }

    /** What goes wrong in reading is the sender's, and ends the file; what goes wrong in writing is the machine's. */
    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
            out.write(buffer, 0, read);
        }
    }

    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException broken) {
            return -1;
        }
    }
}
