package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void aDividedWordIsMadeWhole() {
        assertThat(joined("the govern-", "ment of Korea")).isEqualTo("the government of Korea");
    }

    @Test
    void aSpaceComesBetweenOtherLines() {
        assertThat(joined("the", "government", "120", "times")).isEqualTo("the government 120 times");
    }

    @Test
    void aCompoundThatStandsInsideALineKeepsItsHyphen() {
        assertThat(joined("a wide-", "spread one", "", "a wide-spread one")).startsWith("a wide-spread one");
    }

    @Test
    void aWordThatStandsInsideALineIsMadeWholeThoughItsHalvesAreWords() {
        assertThat(joined("more over-", "sight", "", "over and sight and oversight")).startsWith("more oversight");
    }

    @Test
    void oneLetterKeepsItsHyphen() {
        assertThat(joined("our e-", "government portal")).isEqualTo("our e-government portal");
    }

    @Test
    void prefixesKeepTheirHyphenButEndingsDoNotMakeThem() {
        assertThat(joined("a one-", "stop shop")).isEqualTo("a one-stop shop");
        assertThat(joined("the co-", "ordination")).isEqualTo("the co-ordination");
        assertThat(joined("no long-", "er")).isEqualTo("no longer");
        assertThat(joined("le co-", "mité")).isEqualTo("le comité");
    }

    @Test
    void twoWordsOfTheDocumentKeepTheirHyphen() {
        assertThat(joined("better decision-", "making", "", "making a decision takes time")).startsWith("better decision-making");
    }

    @Test
    void halvesAtLineEndsAreNoWords() {
        assertThat(joined("the depart-", "ment and", "the depart-", "ment")).isEqualTo("the department and the department");
    }

    @Test
    void ofALongCompoundTheLastPieceDecides() {
        assertThat(joined("the state-of-the-", "art", "", "the art of it")).startsWith("the state-of-the-art");
    }

    @Test
    void aCapitalStartsAWordOfItsOwn() {
        assertThat(joined("the Anglo-", "American way")).isEqualTo("the Anglo-American way");
        assertThat(joined("GOVERN-", "MENT")).isEqualTo("GOVERNMENT");
    }

    @Test
    void aHyphenThatWaitsForALaterWordStays() {
        assertThat(joined("short-", "and long-term aims")).isEqualTo("short- and long-term aims");
    }

    @Test
    void aSoftHyphenGoes() {
        assertThat(joined("e\u00ad", "lection")).isEqualTo("election");
    }

    private static String joined(String... text) {
        Lines lines = new Lines(List.of(text));
        StringBuilder joined = new StringBuilder();
        List.of(text).forEach(line -> lines.append(joined, line));
        return joined.toString();
    }
}
