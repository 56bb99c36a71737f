package org.rapporteur.call;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.CountryCode;

/**
 * What a call file says.
 *
 * @param code the short name
 * @param title of the meeting and its report
 * @param subtitle printed below the title; may be empty
 * @param organisation who asks
 * @param classification printed on documents
 * @param languages working languages, the first is that of the report; at least one
 * @param meeting when and where
 * @param papersDue last day for papers; null where the secretariat has set none: then no paper is late
 * @param invited countries and bodies that are asked, in the order of the file
 * @param contacts addresses that may submit
 * @param sessions of the meeting, in order
 * @param reports documents the call leads to, the first is the synthesis; at least one
 * @param correspondence how it writes to countries
 * @param guidelines the questions that countries were asked, in order; may be empty
 * @param sentTexts what else went out to countries, whole: letter, guidelines, questionnaire; may be empty
 */
public record CallContent(CallCode code, String title, String subtitle, String organisation, String classification,
        List<Locale> languages, Meeting meeting, @Nullable LocalDate papersDue, Set<CountryCode> invited,
        List<Contact> contacts, List<Session> sessions, List<Report> reports, Correspondence correspondence,
        List<GuidelineQuestion> guidelines, List<String> sentTexts) {

    public CallContent {
        languages = List.copyOf(languages);
        invited = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(invited));
        contacts = List.copyOf(contacts);
        sessions = List.copyOf(sessions);
        reports = List.copyOf(reports);
        guidelines = List.copyOf(guidelines);
        sentTexts = List.copyOf(sentTexts);
        if (languages.isEmpty() || reports.isEmpty()) {
            throw new IllegalArgumentException("call " + code + " needs a working language and a report");
        }
    }

    /** When and where the papers are discussed. */
    public record Meeting(String place, LocalDate from, LocalDate to) {}

    /** One session of the meeting: its number ("2A"), its name, and the theme it discusses, null for the last one. */
    public record Session(String number, String name, @Nullable String theme) {}

    /** A document that the call leads to: its key ("synthesis"), title, symbol, and the day it is due. */
    public record Report(String key, String title, String symbol, @Nullable LocalDate due) {}
}
