package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapporteur.passage.Sentences;

/** How practices are called in passages. */
class PracticeNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The harbour permit register was opened in 1999 by the coast guard. | harbour permit register
            en | The Harbour Desk Service is used by most captains. | Harbour Desk Service
            en | Captains ask for the programme “Clear Water” by name. | Clear Water
            en | A pilot on paperless customs was stopped in May. | pilot on paperless customs
            en | It had long been wanted. Our island ferry booking portal opened in June. | island ferry booking portal
            fr | Le registre national des bateaux a réduit les délais. | registre national des bateaux
            fr | Une plate-forme commune de paiement existe depuis 2001. | plate-forme commune de paiement
            es | El sistema electrónico de permisos redujo las colas. | sistema electrónico de permisos
            """)
    void aNameIsFoundVerbatim(String language, String text, String name) {
        assertThat(name(language, text)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The project was ended after two years.
            en | Agencies may keep what they earn from services.
            en | The government ended the project in 2001.
            en | An evaluation found that projects with a leader lasted.
            en | The Ministry of Harbours and Fisheries was pleased.
            fr | Le projet a échoué.
            es | Nadie lo esperaba.
            """)
    void whatIsNoNameIsNotTakenForOne(String language, String text) {
        assertThat(name(language, text)).isNull();
    }

    @Test
    void theOfficeIsTheOneThatIsNamedFirst() {
        String text = "The register is run by the Ministry of Harbours, and was paid for by the Treasury Office.";

        assertThat(PracticeNames.office(text).map(span -> text.substring(span.start(), span.end()))).contains("Ministry of Harbours");
        assertThat(PracticeNames.office("Nobody runs it.")).isEmpty();
    }

    @Test
    void twoMentionsAreOnePracticeWhateverTheArticleAndTheCase() {
        assertThat(PracticeNames.key("The Harbour  register")).isEqualTo(PracticeNames.key("harbour register"));
    }

    private static String name(String language, String text) {
        return PracticeNames.name(text, language, Sentences.of(text, 0, text.length(), Locale.of(language))).map(span -> text.substring(span.start(), span.end())).orElse(null);
    }
}
