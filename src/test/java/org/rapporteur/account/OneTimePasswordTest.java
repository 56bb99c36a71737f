package org.rapporteur.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class OneTimePasswordTest {

    private final OneTimePassword oneTimePassword = new OneTimePassword(new SecureRandom());

    @Test
    void itIsFourGroupsOfFourSignsThatAreNotTakenForOneAnother() {
        assertThat(oneTimePassword.next()).matches("[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}");
    }

    @Test
    void noTwoAreAlike() {
        assertThat(oneTimePassword.next()).isNotEqualTo(oneTimePassword.next());
    }
}
