package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTagsTest {

    @ParameterizedTest(name = "{0} is written as {1}")
    @CsvSource({"en, en-GB", "fr, fr-FR", "fr-CA, fr-CA", "ja, ja-JP", "und, x-none", "'\"/><evil', x-none"})
    void aLanguageIsWrittenWithARegion(String language, String tag) {
        assertThat(LanguageTags.of(language)).isEqualTo(tag);
    }
}
