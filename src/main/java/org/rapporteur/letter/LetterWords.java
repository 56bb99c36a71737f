package org.rapporteur.letter;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.rapporteur.extraction.Cause;

/** What letters say, in the language of their reader; in English where the house has no words in it. */
final class LetterWords {

    private static final ResourceBundle.Control UTF_8 = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private LetterWords(ResourceBundle bundle) {
        this.bundle = bundle;
        // English without a region is British, as secretariats write it
        this.locale = bundle.getLocale().getLanguage().isEmpty() ? Locale.UK : bundle.getLocale();
    }

    static LetterWords in(Locale language) {
        return new LetterWords(ResourceBundle.getBundle("letter.words", language, UTF_8));
    }

    /** The language that the words are in, which may not be the one that was asked for. */
    Locale language() {
        return locale.equals(Locale.UK) ? Locale.ENGLISH : locale;
    }

    /** ICU's pattern under the key, filled in. */
    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** What is the matter with a document, and what its sender can do. */
    String cause(Cause cause) {
        return bundle.containsKey("cause." + cause) ? bundle.getString("cause." + cause) : cause.sentence();
    }

    /** A kind of file as people call it; of an unknown one the end of its type. */
    String type(String mediaType) {
        String key = "type." + mediaType.split(";")[0].strip();
        return bundle.containsKey(key) ? bundle.getString(key) : mediaType.split(";")[0].replaceFirst(".*/(x-|vnd\\.)?", "");
    }

    /** The name of a language given by its tag; empty where nobody knows which it is. */
    String language(String tag) {
        return tag.equals("und") ? "" : Locale.forLanguageTag(tag).getDisplayLanguage(locale);
    }

    String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    }
}
