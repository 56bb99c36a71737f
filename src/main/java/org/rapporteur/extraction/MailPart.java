package org.rapporteur.extraction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/** The head of one part of a mail, or of the mail itself, read with patience: of a field that comes twice the first counts. */
final class MailPart {

    private final Map<String, RawField> fields = new HashMap<>();
    private final @Nullable MailPart parent;
    private int senders;

    /** @param parent the multipart it stands in; null for the mail itself */
    MailPart(@Nullable MailPart parent) {
        this.parent = parent;
    }

    void add(Field field) {
        senders += field.getName().equalsIgnoreCase("from") ? 1 : 0;
        try {
            fields.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), RawFieldParser.DEFAULT.parseField(legible(field.getRaw())));
        } catch (org.apache.james.mime4j.MimeException malformed) {
            // a line that is no field says nothing; the part has its others
        }
    }

    /** As it declares itself, lower case; {@code text/plain} where it does not. */
    String type() {
        String type = body("content-type").map(RawBody::getValue).orElse("").strip().toLowerCase(Locale.ROOT);
        if (type.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")) {
            return type;
        }
        return parent != null && parent.type().equals("multipart/digest") ? "message/rfc822" : "text/plain";
    }

    /** Whether one of the multiparts around it is of the type. */
    boolean isInside(String type) {
        return parent != null && (parent.type().equals(type) || parent.isInside(type));
    }

    /** The innermost multipart around it whose parts say the same; null where there is none. */
    @Nullable MailPart alternative() {
        return parent == null || parent.type().equals("multipart/alternative") ? parent : parent.alternative();
    }

    /** Whether it is to be shown with the mail, as what its sender wrote. */
    boolean isOwnText() {
        boolean attached = body("content-disposition").map(RawBody::getValue).orElse("").strip().equalsIgnoreCase("attachment");
        return (type().equals("text/plain") || type().equals("text/html")) && !attached && name().isEmpty();
    }

    /** The name of its file, decoded however it was written; empty where it has none. */
    String name() {
        return parameter("content-disposition", "filename").or(() -> parameter("content-type", "name"))
                .map(MailPart::decoded).map(StorableText::of).map(String::strip).orElse("");
    }

    /** Of its text; UTF-8 where it names none that is known. */
    Charset charset() {
        try {
            return parameter("content-type", "charset").map(String::strip).map(Charset::forName).orElse(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Whether the lines of its text were broken for the way only (RFC 3676). */
    boolean isFlowed() {
        return parameter("content-type", "format").filter(format -> format.equalsIgnoreCase("flowed")).isPresent();
    }

    /** A field of the head as it is to be read; empty where there is none. */
    Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).map(RawField::getBody).map(MailPart::decoded).map(StorableText::of)
                .map(text -> text.replaceAll("\\s+", " ").strip()).filter(text -> !text.isEmpty());
    }

    /** The address of its only From, lower case; empty where it names none, or several: nobody may be taken for somebody else. */
    Optional<String> sender() {
        return Optional.ofNullable(fields.get("from")).filter(from -> senders == 1).map(RawField::getBody).map(MailHead::address);
    }

    private Optional<String> parameter(String field, String name) {
        return body(field).map(body -> {
            MimeParameterMapping decoded = new MimeParameterMapping();
            for (NameValuePair pair : body.getParams()) {
                decoded.addParameter(pair.getName().toLowerCase(Locale.ROOT), pair.getValue() == null ? "" : pair.getValue());
            }
            return decoded.get(name);
        }).filter(value -> !value.isBlank());
    }

    private Optional<RawBody> body(String field) {
        return Optional.ofNullable(fields.get(field)).map(RawFieldParser.DEFAULT::parseRawBody);
    }

    private static String decoded(String written) {
        return DecoderUtil.decodeEncodedWords(written, DecodeMonitor.SILENT);
    }

    /** Bytes that nobody encoded are UTF-8 where they can be, else Latin-1. */
    private static ByteSequence legible(ByteSequence raw) {
        byte[] bytes = raw.toByteArray();
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return raw;
        } catch (CharacterCodingException latin) {
            return ContentUtil.encode(StandardCharsets.UTF_8, new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }
}
