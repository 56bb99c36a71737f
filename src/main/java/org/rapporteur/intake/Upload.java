package org.rapporteur.intake;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.rapporteur.submission.Sha256;

/**
 * What somebody hands in on the upload page: files, with or without a few words. It is kept as one message, so that it is unpacked, read
 * and decided as mail is.
 *
 * @param files in the order they were chosen; at least one
 * @param text what was written beside them; may be empty
 */
public record Upload(List<Chosen> files, String text) {

    public Upload {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("an upload has at least one file");
        }
    }

    /**
     * A file that was chosen.
     *
     * @param name as the sender calls it, made harmless
     * @param bytes where they lie until the upload is kept
     */
    public record Chosen(String name, Path bytes) {

        public Chosen {
            name = FileNames.harmless(name);
        }

        Sha256 hash() {
            return Sha256.of(bytes);
        }
    }

    /** The same files with the same words are the same upload, however often the button was pressed. */
    String key(long link) {
        StringBuilder all = new StringBuilder(text);
        files.forEach(file -> all.append('\n').append(file.name()).append(' ').append(file.hash()));
        return "link %d|%s".formatted(link, Sha256.of(all.toString()));
    }

    /** The message that it is kept as. */
    void writeTo(OutputStream out) throws IOException {
        try {
            message().writeTo(out);
        } catch (MessagingException cannotWrite) {
            throw new IOException("the upload could not be written", cannotWrite);
        }
    }

    private MimeMessage message() throws MessagingException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, "UTF-8");
        parts.addBodyPart(words);
        for (Chosen file : files) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new FileDataSource(file.bytes().toFile())));
            part.setHeader("Content-Type", "application/octet-stream");
            part.setHeader("Content-Transfer-Encoding", "base64");
            part.setFileName(file.name());
            parts.addBodyPart(part);
        }
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setSubject("Upload", "UTF-8");
        message.setContent(parts);
        message.saveChanges();
        return message;
    }
}
