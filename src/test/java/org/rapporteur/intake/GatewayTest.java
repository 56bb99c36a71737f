package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapporteur.submission.Authentication;

class GatewayTest {

    private static final String OURS = "Received: from mx.ministry.example by mx.secretariat.example; Mon, 3 May 2004 09:00:00 +0000\n";

    @Test
    void whereNoGatewayIsNamedNothingIsChecked() {
        assertThat(new Gateway("", 0).check(head("Authentication-Results: mx.secretariat.example; dmarc=fail\n"))).isEqualTo(Authentication.UNCHECKED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dmarc=pass (p=reject dis=none) header.from=ministry.example | PASSED",
        "dkim=pass header.d=ministry.example header.i=@ministry.example; spf=fail | PASSED",
        "spf=pass (sender SPF authorized) smtp.mailfrom=bounces@ministry.example | PASSED",
        "spf=pass smtp.mailfrom=ministry.example; dmarc=fail header.from=ministry.example | FAILED",
        "dkim=pass header.d=elsewhere.example; spf=pass smtp.mailfrom=elsewhere.example | FAILED",
        "dkim=fail (dkim=pass header.d=ministry.example) header.d=ministry.example | FAILED",
        "dkim=pass header.d=example | FAILED",
        "dmarc=pass | FAILED",
        "none | FAILED"})
    void whatProvesTheSenderIsAboutTheSendersDomain(String results, Authentication found) {
        assertThat(check("Authentication-Results: MX.secretariat.example 1; " + results + "\n" + OURS)).isEqualTo(found);
    }

    @Test
    void aResultThatCameWithTheMailIsDisregarded() {
        String forged = "Authentication-Results: mx.secretariat.example; dmarc=pass header.from=ministry.example\n";

        assertThat(check(OURS + forged)).isEqualTo(Authentication.MISSING);
        assertThat(check("Authentication-Results: mx.secretariat.example; dmarc=fail\n" + forged + OURS)).isEqualTo(Authentication.FAILED);
        assertThat(check("Authentication-Results: mx.elsewhere.example; dmarc=pass header.from=ministry.example\n" + OURS))
                .isEqualTo(Authentication.MISSING);
    }

    @Test
    void theGatewayMayWriteALineForEachMethod() {
        String lines = "Authentication-Results: mx.secretariat.example; spf=fail smtp.mailfrom=elsewhere.example\n"
                + "Authentication-Results: mx.secretariat.example; dkim=pass header.d=ministry.example\n";

        assertThat(check(lines + OURS)).isEqualTo(Authentication.PASSED);
        assertThat(check(lines + "Authentication-Results: mx.secretariat.example; dmarc=fail\n" + OURS)).isEqualTo(Authentication.FAILED);
    }

    @Test
    void twoSendersAreNobodyInWhateverFieldTheyStand() {
        MessageHead head = MessageHead.of("From: a@ministry.example\nFrom: b@elsewhere.example\n\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(head.sender()).isEmpty();
    }

    @Test
    void serversBehindTheGatewayMayHavePassedItOn() {
        String passedOn = "Received: from mx.secretariat.example by store.secretariat.example; Mon, 3 May 2004 09:00:01 +0000\n"
                + "Authentication-Results: mx.secretariat.example; dmarc=pass header.from=ministry.example\n" + OURS;

        assertThat(check(passedOn)).isEqualTo(Authentication.MISSING);
        assertThat(new Gateway("mx.secretariat.example", 1).check(head(passedOn))).isEqualTo(Authentication.PASSED);
    }

    @Test
    void aMailOfSeveralSendersIsNobodys() {
        MessageHead head = MessageHead.of("From: a@ministry.example, b@elsewhere.example\n\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(head.sender()).isEmpty();
    }

    private static Authentication check(String lines) {
        return new Gateway("mx.secretariat.example", 0).check(head(lines));
    }

    private static MessageHead head(String lines) {
        return MessageHead.of((lines + "From: Anna <anna@ministry.example>\nSubject: Paper\n\n").getBytes(StandardCharsets.US_ASCII));
    }
}
