package org.rapporteur.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;

/**
 * What a mail server reports of a mail of ours (RFC 3464).
 *
 * @param messageId of the mail that it reports on
 * @param lost whether it failed for at least one recipient; a mail that is only late is not lost
 * @param why in the words of the server, at most 500 characters
 */
record ReturnedMail(String messageId, boolean lost, String why) {

    private static final int LONGEST = 500;
    /** no report is longer: it returns a mail of ours, which is a letter */
    private static final long LARGEST = 10 << 20;

    /** Empty where it is no report that can be read, or names no mail. */
    static Optional<ReturnedMail> of(Path raw) {
        try (InputStream in = Files.newInputStream(raw)) {
            if (Files.size(raw) > LARGEST) {
                return Optional.empty();
            }
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            return message.getContent() instanceof MultipartReport report && report.getReport() instanceof DeliveryStatus status
                    ? returnedId(report).map(id -> new ReturnedMail(id, isLost(status), why(status))) : Optional.empty();
        } catch (MessagingException malformed) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        return java.util.stream.IntStream.range(0, status.getRecipientDSNCount()).mapToObj(status::getRecipientDSN);
    }

    /** On one line; empty where it is missing. */
    private static String field(InternetHeaders recipient, String name) {
        String[] values = recipient.getHeader(name);
        return values == null ? "" : Arrays.stream(values).map(value -> value.replaceAll("\\s+", " ").strip()).collect(Collectors.joining(" "));
    }
}
