package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Texts;

class LikenessTest {

    private static final String FIGURES = "In 1998 some 340 offices of 27 ministries spent 12 million on 45 services.";
    private static final Extraction FUND = Texts.extraction("en", Texts.about("fund"), FIGURES);

    @Test
    void aPaperWithAnotherParagraphIsTheSameText() {
        assertThat(Likeness.sameText(FUND, Texts.extraction("en", Texts.about("fund"), Texts.about("law")))).isTrue();
    }

    @Test
    void papersOnDifferentThingsAreNot() {
        assertThat(Likeness.sameText(FUND, Texts.extraction("en", Texts.about("law")))).isFalse();
    }

    @Test
    void aTranslationKeepsTheFigures() {
        assertThat(Likeness.sameInAnotherLanguage(FUND, Texts.extraction("fr", Texts.about("fonds"),
                "En 1998, 340 bureaux de 27 ministères ont dépensé 12 millions pour 45 services."))).isTrue();
    }

    @Test
    void theSameFiguresInTheSameLanguageAreNoTranslation() {
        assertThat(Likeness.sameInAnotherLanguage(FUND, Texts.extraction("en", FIGURES))).isFalse();
    }

    @Test
    void twoFiguresInCommonAreTooFewToCallItATranslation() {
        assertThat(Likeness.sameInAnotherLanguage(Texts.extraction("en", "From 1998 to 2004"), Texts.extraction("fr", "De 1998 à 2004"))).isFalse();
    }

    @Test
    void paragraphNumbersAndYearsInCommonAreNoTranslation() {
        Extraction france = Texts.extraction("fr", "1. Le budget de 1998", "2. La réforme de 2001", "3. En 2002, 14 services", "4. Depuis 2003 et 2004",
                "10. Au total 31");
        Extraction norway = Texts.extraction("en", "1. In 2004 and 2002", "2. From 1998", "3. After 2003, 14 offices", "4. In 2001 again", "10. All 31");

        assertThat(Likeness.sameInAnotherLanguage(france, norway)).isFalse();
    }

    @Test
    void aRevisionIsNearerThanASummary() {
        Extraction revised = Texts.extraction("en", Texts.about("fund"), FIGURES, "One more sentence was added here.");
        Extraction summary = Texts.extraction("en", FIGURES);

        assertThat(Likeness.nearness(FUND, revised)).isGreaterThan(2 * Likeness.nearness(summary, revised));
    }
}
