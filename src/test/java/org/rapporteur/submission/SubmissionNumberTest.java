package org.rapporteur.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rapporteur.call.CallCode;

class SubmissionNumberTest {

    private static final CallCode CALL = new CallCode("MCH-2004");

    @Test
    void numbersAreFoundInAnyCaseAndWithAnyDash() {
        assertThat(SubmissionNumber.in("RE: mch-2004-kor-001, (MCH\u20112004\u2011NOR\u20131234)", CALL))
                .extracting(SubmissionNumber::value).containsExactly("MCH-2004-KOR-001", "MCH-2004-NOR-1234");
    }

    @Test
    void aNumberNamedTwiceIsOne() {
        assertThat(SubmissionNumber.in("MCH-2004-KOR-001 MCH-2004-kor-001", CALL)).hasSize(1);
    }

    @Test
    void whatOnlyLooksLikeOneIsNone() {
        assertThat(SubmissionNumber.in("XMCH-2004-KOR-001 MCH-2005-KOR-001 MCH-2004-KOR-01 MCH-2004-K0R-001", CALL)).isEmpty();
    }
}
