package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void frenchSaysAllThatEnglishSays() {
        assertThat(ResourceBundle.getBundle("report.words", Locale.FRENCH).keySet())
                .isEqualTo(ResourceBundle.getBundle("report.words", Locale.ROOT).keySet());
        assertThat(Words.in(Locale.FRENCH).say("evidence.cited", 2)).isEqualTo("cité aux paragraphes");
    }

    @Test
    void oneIsNotMany() {
        assertThat(Words.in(Locale.ENGLISH).say("notice.basis", 1, 1, "Korea"))
                .isEqualTo("It rests on one paper read, for one country or body: Korea.");
    }

    @Test
    void aLanguageWithoutWordsIsAnsweredInEnglish() {
        assertThat(Words.in(Locale.KOREAN).say("contents")).isEqualTo("Contents");
    }

    @Test
    void daysAreThoseOfUniversalTime() {
        assertThat(Words.in(Locale.ENGLISH).date(Instant.parse("2004-08-20T23:59:59Z"))).isEqualTo("20 August 2004");
    }

    @Test
    void aMeetingThatRunsOverTwoMonthsNamesBoth() {
        assertThat(Words.in(Locale.ENGLISH).days(LocalDate.of(2004, 6, 30), LocalDate.of(2004, 7, 2)))
                .contains("30 June", "2 July 2004");
    }

    @Test
    void theLastOfSeveralNamesIsJoinedByAnd() {
        assertThat(Words.in(Locale.FRENCH).and(List.of("Corée", "France", "Norvège"))).isEqualTo("Corée, France et Norvège");
    }
}
