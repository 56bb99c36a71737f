package org.rapporteur.intake;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.rapporteur.call.MailAddress;

/**
 * What the head of a message says; a malformed one says less.
 *
 * @param sender the address of From, lower case; empty also where several are named
 * @param subject decoded, at most 1,000 characters; may be empty
 * @param messageId as given
 * @param sent what its Date says; empty where there is none that can be read
 * @param lines those that servers wrote on its way, from the top, the latest first
 */
record MessageHead(Optional<String> sender, String subject, Optional<String> messageId, Optional<Instant> sent, List<Line> lines) {

    private static final int LONGEST = 1000;
    private static final int LONGEST_ID = 600;
    private static final int LONGEST_HEAD = 1 << 20;
    private static final String RECEIVED = "Received";
    private static final String RESULTS = "Authentication-Results";

    /** a date of any other time is a mistake, and beyond what a database keeps */
    private static final Predicate<Instant> SOUND = sent -> sent.isAfter(Instant.EPOCH) && sent.isBefore(Instant.parse("2200-01-01T00:00:00Z"));

    /** A line of a head that a server writes. */
    record Line(String name, String value) {}

    /** @param raw a message, of which the first {@value #LONGEST_HEAD} bytes are looked at */
    static MessageHead of(Path raw) {
        try (InputStream in = Files.newInputStream(raw)) {
            return of(in.readNBytes(LONGEST_HEAD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageHead of(byte[] raw) {
        InternetHeaders headers = new InternetHeaders();
        try {
            headers.load(new ByteArrayInputStream(raw), true);
        } catch (MessagingException | RuntimeException malformed) {
            // what was read before the fault stands
        }
        List<Line> lines = Collections.list(headers.getMatchingHeaders(new String[] {RECEIVED, RESULTS})).stream()
                .map(header -> new Line(header.getName(), header.getValue())).toList();
        return new MessageHead(sender(headers), cut(decoded(first(headers, "Subject").orElse(""))),
                first(headers, "Message-ID").flatMap(MessageHead::messageId), first(headers, "Date").flatMap(MessageHead::instant), lines);
    }

    /** What servers said about its sender, from the top, as far as no more than so many of them passed it on afterwards. */
    List<String> results(int hops) {
        List<String> results = new ArrayList<>();
        int received = 0;
        for (Line line : lines) {
            received += line.name().equalsIgnoreCase(RECEIVED) ? 1 : 0;
            if (received <= hops && line.name().equalsIgnoreCase(RESULTS)) {
                results.add(line.value());
            }
        }
        return results;
    }

    private static Optional<String> sender(InternetHeaders headers) {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        try {
            String[] fields = headers.getHeader("From");
            message.setHeader("From", fields == null || fields.length != 1 ? "" : fields[0]);
            Address[] from = message.getFrom();
            return from == null || from.length != 1 ? Optional.empty()
                    : Optional.ofNullable(((InternetAddress) from[0]).getAddress()).filter(address -> address.contains("@"))
                            .filter(address -> address.length() <= MailAddress.LONGEST && !address.matches("(?s).*\\p{Cntrl}.*")).map(address -> address.toLowerCase(Locale.ROOT));
        } catch (MessagingException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** As it is kept: without control characters, at most {@value #LONGEST_ID}; empty where nothing is left. */
    static Optional<String> messageId(String field) {
        String id = field.replaceAll("\\p{Cntrl}", "").strip();
        return id.isEmpty() ? Optional.empty() : Optional.of(id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID));
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(new MailDateFormat().parse(date).toInstant()).filter(SOUND);
        } catch (ParseException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(InternetHeaders headers, String name) {
        String[] values = headers.getHeader(name);
        return values == null ? Optional.empty() : Optional.of(values[0]);
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header)).replaceAll("\\p{Cntrl}", " ").strip();
        } catch (UnsupportedEncodingException unknownCharset) {
            return header;
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
