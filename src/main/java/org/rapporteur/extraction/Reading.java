package org.rapporteur.extraction;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a file. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({@JsonSubTypes.Type(value = Reading.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Reading.NoText.class, name = "no-text"),
    @JsonSubTypes.Type(value = Reading.Container.class, name = "container")})
public sealed interface Reading {

    /** The media type of slides, which are an annex to what is told with them. */
    String SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    /** As found by its content. */
    String mediaType();

    /**
     * A document with text.
     *
     * @param pages how many were read; null where the format has none
     * @param language ISO 639-1, or {@code und}
     * @param blocks in order; never empty
     * @param declared how many pages the file says it has, where not all of them could be read; null where it is whole
     */
    record Text(String mediaType, @Nullable Integer pages, String language, List<Block> blocks, @Nullable Integer declared) implements Reading {

        public Text {
            blocks = List.copyOf(blocks);
        }

        /** A document that is whole. */
        public Text(String mediaType, @Nullable Integer pages, String language, List<Block> blocks) {
            this(mediaType, pages, language, blocks, null);
        }

        /** Why it can't be taken as it is, though there is text; null where it is whole. */
        public @Nullable Cause cause() {
            return declared == null ? null : Cause.INCOMPLETE;
        }
    }

    /** A document without usable text. */
    record NoText(String mediaType, Cause cause) implements Reading {}

    /**
     * A mail, or an archive of files.
     *
     * @param sender address, lower case; null where it names none
     * @param subject null where it has none
     * @param body its own text; may be empty
     * @param files what is attached, in order
     */
    record Container(String mediaType, @Nullable String sender, @Nullable String subject, List<Block> body,
            List<Unpacked> files) implements Reading {

        public Container {
            body = List.copyOf(body);
            files = List.copyOf(files);
        }
    }
}
