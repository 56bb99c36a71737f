package org.rapporteur.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    void nobodyBearsTheNameOfTheMachine() {
        assertThatThrownBy(() -> new Account("rapporteur", "hash", Role.ANALYST, false, true)).hasMessageContaining("rapporteur");
    }

    @Test
    void anAccountDoesNotShowItsHash() {
        assertThat(new Account("anna", "$2a$04$hash", Role.ANALYST, false, true)).asString().doesNotContain("hash");
    }
}
