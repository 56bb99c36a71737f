package org.rapporteur.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.DispositionNotification;
import org.eclipse.angus.mail.dsn.MultipartReport;

/**
 * What a machine reports of a mail of ours: a mail server of its delivery (RFC 3464), a mail program of its being shown (RFC 8098).
 *
 * @param messageId of the mail that it reports on
 * @param shown whether it tells that, or whether, somebody has seen it
 * @param lost whether it failed for at least one recipient; a mail that is only late is not lost
 * @param why in the words of the server, at most 500 characters; empty where it was shown
 */
record ReturnedMail(String messageId, boolean shown, boolean lost, String why) {

    private static final int LONGEST = 500;
    /** no report is longer: it returns a mail of ours, which is a letter */
    private static final long LARGEST = 10 << 20;

    /** Empty where it is no report that can be read, or names no mail. */
    static Optional<ReturnedMail> of(Path raw) {
        try {
            return Files.size(raw) > LARGEST ? Optional.empty() : of(Files.readAllBytes(raw));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ReturnedMail> of(byte[] raw) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            if (!(message.getContent() instanceof MultipartReport report)) {
                return Optional.empty();
            }
            return switch (report.getReport()) {
                case DeliveryStatus status -> returnedId(report).map(id -> new ReturnedMail(id, false, isLost(status), why(status)));
                case DispositionNotification shown -> Optional.of(field(shown.getNotifications(), "Original-Message-ID")).filter(id -> !id.isEmpty())
                        .map(id -> new ReturnedMail(id, true, false, ""));
                case null, default -> Optional.empty();
            };
        } catch (MessagingException | IOException | RuntimeException malformed) {
            // the library takes some reports for what they are not, and says so in many ways
            return Optional.empty();
        }
    }

    private static Optional<String> returnedId(MultipartReport report) throws MessagingException {
        MimeMessage returned = report.getReturnedMessage();
        return returned == null ? Optional.empty() : Optional.ofNullable(returned.getMessageID()).map(String::strip);
    }

    private static boolean isLost(DeliveryStatus status) {
        return recipients(status).anyMatch(recipient -> field(recipient, "Action").equalsIgnoreCase("failed"));
    }

    private static String why(DeliveryStatus status) {
        String why = recipients(status).map(recipient -> Stream.of(field(recipient, "Status"), field(recipient, "Diagnostic-Code"))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" "))).filter(text -> !text.isEmpty()).distinct()
                .collect(Collectors.joining("; "));
        String told = why.isEmpty() ? "The mail server gave no reason." : "The mail server said: " + why;
        return told.length() <= LONGEST ? told : told.substring(0, LONGEST);
    }

    private static Stream<InternetHeaders> recipients(DeliveryStatus status) {
        return IntStream.range(0, status.getRecipientDSNCount()).mapToObj(status::getRecipientDSN);
    }

    /** On one line; empty where it is missing. */
    private static String field(InternetHeaders recipient, String name) {
        String[] values = recipient.getHeader(name);
        return values == null ? "" : Arrays.stream(values).map(value -> value.replaceAll("\\s+", " ").strip()).collect(Collectors.joining(" "));
    }
}
