package org.rapporteur.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountriesTest {

    @Test
    void theHouseHasNamesOfItsOwn() {
        assertThat(Countries.name(new CountryCode("KOR"), Locale.ENGLISH)).isEqualTo("Korea");
        assertThat(Countries.name(new CountryCode("EC"), Locale.FRENCH)).isEqualTo("Commission européenne");
        assertThat(Countries.name(new CountryCode("NOR"), Locale.FRENCH)).isEqualTo("Norvège");
    }

    @Test
    void anArticleBelongsToSomeNamesWithinASentence() {
        assertThat(Countries.inSentence(new CountryCode("NLD"), Locale.ENGLISH)).isEqualTo("the Netherlands");
        assertThat(Countries.inSentence(new CountryCode("NOR"), Locale.ENGLISH)).isEqualTo("Norway");
    }

    @Test
    void theOrderIsThatOfTheLanguage() {
        List<CountryCode> countries = Stream.of("ESP", "DEU", "EST").map(CountryCode::new).toList();

        assertThat(countries.stream().sorted(Countries.order(Locale.ENGLISH))).extracting(CountryCode::value)
                .containsExactly("EST", "DEU", "ESP");
        assertThat(countries.stream().sorted(Countries.order(Locale.FRENCH))).extracting(CountryCode::value)
                .containsExactly("DEU", "ESP", "EST");
    }

    @Test
    void whatIsNoCodeIsNotKnown() {
        assertThat(Countries.isKnown("XYZ")).isFalse();
        assertThat(Countries.isKnown("kor")).isFalse();
        assertThat(Countries.isKnown("KOR.sentence")).isFalse();
        assertThat(Countries.isKnown("USA.sentence")).isFalse();
    }
}
