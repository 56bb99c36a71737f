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
import java.io.UnsupportedEncodingException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * What the head of a message says; a malformed one says less.
 *
 * @param sender the first address of From, lower case
 * @param subject decoded, at most 1,000 characters; may be empty
 * @param messageId as given
 * @param sent what its Date says; empty where there is none that can be read
 */
record MessageHead(Optional<String> sender, String subject, Optional<String> messageId, Optional<Instant> sent) {

    private static final int LONGEST = 1000;

    /** a date of any other time is a mistake, and beyond what a database keeps */
    private static final Predicate<Instant> SOUND = sent -> sent.isAfter(Instant.EPOCH) && sent.isBefore(Instant.parse("2200-01-01T00:00:00Z"));

    static MessageHead of(byte[] raw) {
        try {
            InternetHeaders headers = new InternetHeaders(new ByteArrayInputStream(raw), true);
            return new MessageHead(sender(headers), cut(decoded(first(headers, "Subject").orElse(""))),
                    first(headers, "Message-ID").map(String::strip).map(MessageHead::cut),
                    first(headers, "Date").flatMap(MessageHead::instant));
        } catch (MessagingException malformed) {
            return new MessageHead(Optional.empty(), "", Optional.empty(), Optional.empty());
        }
    }

    private static Optional<String> sender(InternetHeaders headers) {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        try {
            message.setHeader("From", first(headers, "From").orElse(""));
            Address[] from = message.getFrom();
            return from == null || from.length == 0 ? Optional.empty()
                    : Optional.ofNullable(((InternetAddress) from[0]).getAddress()).filter(address -> address.contains("@"))
                            .filter(address -> address.length() <= 320).map(address -> address.toLowerCase(Locale.ROOT));
        } catch (MessagingException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(new MailDateFormat().parse(date).toInstant()).filter(SOUND);
        } catch (ParseException unreadable) {
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
