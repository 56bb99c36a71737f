package org.rapporteur.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordTest {

    @Test
    void twelveCharactersAreEnough() {
        assertThat(Password.faults("twelve signs")).isEmpty();
    }

    @Test
    void elevenCharactersAreTooFew() {
        assertThat(Password.faults("eleven sign")).singleElement().asString().contains("at least 12");
    }

    @Test
    void beyondSeventyTwoBytesNothingWouldCount() {
        assertThat(Password.faults("é".repeat(37))).singleElement().asString().contains("too long");
    }

    @Test
    void aPasswordDoesNotShowItself() {
        assertThat(new Password("seven quiet rivers")).asString().doesNotContain("rivers");
    }
}
