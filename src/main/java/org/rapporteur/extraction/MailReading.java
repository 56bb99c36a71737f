package org.rapporteur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.xml.sax.SAXException;

/**
 * Takes a mail apart: what its sender wrote, and a file for every other part, in order, whatever the parts say they are. A part that
 * is broken ends where it breaks and leaves the others alone; a mail inside is a file too, and opened when its turn comes.
 */
final class MailReading {

    private static final String TYPE = "message/rfc822";
    /** multiparts in one another; mail programs make four */
    private static final int DEEPEST = 40;
    private static final int LONGEST_HEAD = 512 << 10;
    private static final MimeConfig PATIENT = new MimeConfig.Builder().setMaxLineLen(-1).setMaxHeaderLen(LONGEST_HEAD).setMaxHeaderCount(5000)
            .setMaxContentLen(-1).setMalformedHeaderStartsBody(false).build();
    /** what belongs to the way of a mail and not to what its sender says */
    private static final Set<String> BESIDE_THE_POINT = Set.of("application/pkcs7-signature", "application/x-pkcs7-signature",
            "application/pgp-signature", "application/ics", "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "message/delivery-status",
            "message/global-delivery-status", "message/disposition-notification", "message/feedback-report", "text/rfc822-headers");

    private final Attachments attachments;
    private final MailText text;
    private final Deque<MailPart> multiparts = new ArrayDeque<>();
    private MailPart part = new MailPart(null);
    private final MailPart mail = part;
    private int unnamed;

    MailReading(Attachments attachments, MailText text) {
        this.attachments = attachments;
        this.text = text;
    }

    /** @throws TooMuchText where it holds more, or is nested deeper, than is allowed */
    Reading read(Path file) throws IOException, SAXException {
        MimeTokenStream stream = new MimeTokenStream(PATIENT);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try (InputStream in = Files.newInputStream(file)) {
            stream.parse(in);
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                take(state, stream);
            }
        } catch (MaxHeaderLimitException | MaxHeaderLengthLimitException huge) {
            throw new TooMuchText(LONGEST_HEAD);
        } catch (MimeException broken) {
            // what came before stands; the rest of a mail that broke off is nobody's to guess
        }
        if (mail.type().equals("multipart/encrypted")) {
            return new Reading.NoText(TYPE, Cause.ENCRYPTED);
        }
        return new Reading.Container(TYPE, mail.sender().orElse(null), mail.text("subject").orElse(null),
                text.blocks(), attachments.files());
    }

    private void take(EntityState state, MimeTokenStream stream) throws IOException, SAXException, MimeException {
        switch (state) {
            case T_START_HEADER -> part = multiparts.isEmpty() ? mail : new MailPart(multiparts.peek());
            case T_FIELD -> part.add(stream.getField());
            case T_START_MULTIPART -> {
                multiparts.push(part);
                if (multiparts.size() > DEEPEST) {
                    throw new TooMuchText(DEEPEST);
                }
            }
            case T_END_MULTIPART -> multiparts.pop();
            case T_BODY -> keep(stream.getDecodedInputStream());
            default -> { }
        }
    }

    private void keep(InputStream decoded) throws IOException, SAXException {
        if (part.isOwnText()) {
            text.add(part, decoded, mail.text("subject").filter(QuotedMail::isPassedOn).isPresent());
        } else {
            attachments.add(name(), BESIDE_THE_POINT.contains(part.type()) ? part.type() : null, decoded);
        }
    }

    /** A file that was given no name is named after what it is and where it stands. */
    private String name() {
        String given = part.name();
        return !given.isEmpty() ? given : part.type().equals(TYPE) ? "forwarded mail " + ++unnamed + ".eml" : "attachment " + ++unnamed;
    }
}
