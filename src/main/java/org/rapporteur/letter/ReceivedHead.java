package org.rapporteur.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the head of a mail that arrived says about answering it (RFC 3834) and about the conversation it belongs to. */
public final class ReceivedHead {

    /** no head that says something is longer */
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_THREAD = 3500;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s@\\p{Cntrl}]{1,300}@[^<>\\s@\\p{Cntrl}]{1,300}>");
    private static final Set<String> IN_BULK = Set.of("bulk", "junk", "list");
    private static final Pattern SUPPRESSED = Pattern.compile("\\b(all|autoreply|oof)\\b");

    private final InternetHeaders headers;

    private ReceivedHead(InternetHeaders headers) {
        this.headers = headers;
    }

    /** Reads the head of a raw message; of a malformed one as much as can be read. */
    public static ReceivedHead of(Path raw) {
        try (InputStream in = Files.newInputStream(raw)) {
            return of(in.readNBytes(LONGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReceivedHead of(byte[] raw) {
        InternetHeaders headers = new InternetHeaders();
        try {
            headers.load(new ByteArrayInputStream(raw), true);
        } catch (MessagingException malformed) {
            // what was read before the fault stands
        }
        return new ReceivedHead(headers);
    }

    /** Why nobody is to be answered automatically, in words; empty where nothing speaks against it. */
    public Optional<String> whyNoAnswer() {
        if (isReport()) {
            return Optional.of("It is a report about another mail.");
        }
        if (isAutomatic()) {
            return Optional.of("A machine wrote it.");
        }
        if (IN_BULK.contains(first("Precedence")) || isFromList()) {
            return Optional.of("It came from a mailing list or in bulk.");
        }
        if (values("Return-Path").stream().anyMatch(path -> path.replaceAll("\\s", "").equals("<>"))) {
            return Optional.of("Its return path is empty, so that nobody is to be answered.");
        }
        return SUPPRESSED.matcher(first("X-Auto-Response-Suppress")).find() ? Optional.of("Its sender wants no automatic answers.")
                : Optional.empty();
    }

    /** Whether it says that a machine wrote it, in answer to another mail or of itself. */
    public boolean isAutomatic() {
        String submitted = first("Auto-Submitted").split("[;\\s(]", 2)[0];
        return !submitted.isEmpty() && !submitted.equals("no") || first("Precedence").equals("auto_reply")
                || !first("X-Autoreply").isEmpty() || !first("X-Autorespond").isEmpty();
    }

    /** Whether it reports what became of another mail (RFC 3464, RFC 8098 and the like). */
    public boolean isReport() {
        return first("Content-Type").startsWith("multipart/report");
    }

    /** Whether something may be attached to it. */
    public boolean bringsFiles() {
        String type = first("Content-Type");
        return type.startsWith("multipart/") && !type.startsWith("multipart/alternative") && !type.startsWith("multipart/report")
                || type.startsWith("application/") || type.startsWith("message/");
    }

    /** The Message-IDs of what it answers, the nearest first. */
    public List<String> answers() {
        List<String> thread = new ArrayList<>(ids("References"));
        Collections.reverse(thread);
        List<String> answered = new ArrayList<>(ids("In-Reply-To"));
        thread.stream().filter(id -> !answered.contains(id)).forEach(answered::add);
        return answered;
    }

    /** Its subject as it is to be read, in one line; empty where it has none. */
    String subject() {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(values("Subject").stream().findFirst().orElse(""))).replaceAll("\\s+", " ").strip();
        } catch (UnsupportedEncodingException unknownCharset) {
            return "";
        }
    }

    /** The addresses that it names as its senders, in small letters. */
    List<String> senders() {
        try {
            return Arrays.stream(InternetAddress.parseHeader(String.join(", ", values("From")), false)).map(InternetAddress::getAddress)
                    .filter(Objects::nonNull).map(address -> address.toLowerCase(Locale.ROOT)).toList();
        } catch (AddressException malformed) {
            return List.of();
        }
    }

    /** Its own Message-ID with angle brackets; empty where it has none that mail programs understand. */
    Optional<String> messageId() {
        return ids("Message-ID").stream().findFirst();
    }

    /** The References of an answer: those of this mail and itself, the oldest first; in the middle some are left out where they are too many. */
    String thread() {
        List<String> thread = new ArrayList<>(ids("References").isEmpty() ? ids("In-Reply-To") : ids("References"));
        messageId().filter(id -> !thread.contains(id)).ifPresent(thread::add);
        while (thread.size() > 2 && String.join(" ", thread).length() > LONGEST_THREAD) {
            thread.remove(1);
        }
        return String.join(" ", thread);
    }

    private boolean isFromList() {
        return Collections.list(headers.getAllHeaders()).stream()
                .anyMatch(header -> header.getName().toLowerCase(Locale.ROOT).startsWith("list-"));
    }

    private List<String> ids(String name) {
        return values(name).stream().flatMap(value -> MESSAGE_ID.matcher(value).results().map(MatchResult::group)).distinct().toList();
    }

    /** The first value without surrounding blanks, in small letters; empty where there is none. */
    private String first(String name) {
        return values(name).stream().findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private List<String> values(String name) {
        String[] values = headers.getHeader(name);
        return values == null ? List.of() : Arrays.asList(values);
    }
}
