package org.rapporteur.report;

import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the house prints around a draft, in the language of the report; in English where it has no words in it. */
final class Words {

    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    static Words in(Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle("report.words", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Words(bundle, LanguageTags.regional(language));
    }

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The day in UTC, so that a draft reads the same wherever it is written. */
    String date(Instant moment) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return format.format(moment.atZone(ZoneOffset.UTC));
    }

    /** A short form for tables: "3 May 2004". */
    String shortDate(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(moment.atZone(ZoneOffset.UTC));
    }

    /** "14–15 July 2004". */
    String days(LocalDate from, LocalDate to) {
        DateIntervalFormat format = DateIntervalFormat.getInstance("yMMMMd", locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(new DateInterval(milliseconds(from), milliseconds(to)));
    }

    /** Why a file could not be read, as a sentence. @param cause the name of a cause of the extraction; empty where nobody knows it */
    String cause(String cause) {
        String key = "cause." + cause;
        return say(bundle.containsKey(key) ? key : "cause.unknown");
    }

    /** "A, B and C". */
    String and(List<String> names) {
        return ListFormatter.getInstance(locale).format(names);
    }

    /** The name of a language given by its tag; the tag itself where nobody knows it. */
    String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(locale);
    }

    private static long milliseconds(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
