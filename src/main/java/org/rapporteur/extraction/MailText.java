package org.rapporteur.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** What the sender of a mail wrote into it. Where it is said twice, as HTML and as plain text, the HTML counts: it knows its headings and lists. */
final class MailText {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final int characters;
    private final List<Piece> pieces = new ArrayList<>();
    private int taken;

    /** @param characters that it may have in all */
    MailText(int characters) {
        this.characters = characters;
    }

    private record Piece(boolean html, @Nullable MailPart alternative, List<Block> blocks) {}

    /** @param passedOn whether the mail passes on another one, whose words are what it is about */
    void add(MailPart part, InputStream decoded, boolean passedOn) throws IOException, SAXException {
        // no character of a text needs more than four bytes
        byte[] bytes = decoded.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, 4L * characters));
        String text = StorableText.of(text(bytes, part.charset()));
        taken += text.length();
        if (taken > characters || decoded.read() >= 0) {
            throw new TooMuchText(characters);
        }
        boolean html = part.type().equals("text/html");
        Piece piece = new Piece(html, part.alternative(), html ? html(text, passedOn) : plain(part.isFlowed() ? unfolded(text) : text, passedOn));
        if (!piece.blocks().isEmpty()) {
            pieces.add(piece);
        }
    }

    /** In the order of the mail. */
    List<Block> blocks() {
        return pieces.stream().filter(this::counts).flatMap(piece -> piece.blocks().stream()).toList();
    }

    private boolean counts(Piece piece) {
        return piece.html() || piece.alternative() == null
                || pieces.stream().noneMatch(other -> other.html() && Objects.equals(other.alternative(), piece.alternative()));
    }

    private static List<Block> plain(String text, boolean passedOn) {
        return PlainText.blocks(passedOn ? text : QuotedMail.without(text));
    }

    private List<Block> html(String text, boolean passedOn) throws IOException, SAXException {
        Document page = Jsoup.parse(text);
        if (!passedOn) {
            QuotedMail.takeOut(page);
        }
        BlockHandler handler = new BlockHandler(characters);
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, "text/html; charset=UTF-8");
        metadata.set(Metadata.CONTENT_ENCODING, "UTF-8");
        try {
            new JSoupParser().parse(new ByteArrayInputStream(page.outerHtml().getBytes(StandardCharsets.UTF_8)), handler, metadata, new ParseContext());
        } catch (TikaException damaged) {
            // as much of it as could be read
        }
        return handler.blocks();
    }

    /** Lines that end in a blank go on in the next; the line of a signature does not. */
    private static String unfolded(String text) {
        return text.replaceAll("(?m)^ ", "").replaceAll("(?<!^--)(?<!\\n--) \\r?\\n", " ");
    }

    private static String text(byte[] bytes, Charset declared) {
        if (!declared.equals(StandardCharsets.UTF_8)) {
            return new String(bytes, declared);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, WESTERN);
        }
    }
}
