package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Agreement, on counts that were worked out by hand. */
class AgreementTest {

    private static final CodeId GRANTS = new CodeId("conditional-grants");
    private static final CodeId INCENTIVES = new CodeId("incentives");

    private static Codebook codebook;

    @BeforeAll
    static void read() throws Exception {
        codebook = ((CodebookReading.Good) CodebookReader.read(new ClassPathResource("calls/MCH-2004/codebook.yaml").getContentAsString(StandardCharsets.UTF_8))).codebook();
    }

    @Test
    void ofFiftyPassagesTwentyBothFiveOneTenTheOtherAndFifteenNeither() {
        Map<Integer, List<BlindCode>> first = said(GRANTS, 1, 25);
        Map<Integer, List<BlindCode>> second = said(GRANTS, 6, 35);

        Agreement grants = Agreement.of(first, second, places(50), codebook).stream().filter(one -> one.code().equals(GRANTS)).findFirst().orElseThrow();

        assertThat(List.of(grants.both(), grants.onlyFirst(), grants.onlySecond(), grants.neither())).containsExactly(20, 5, 10, 15);
        assertThat(grants.share()).isEqualTo(0.7);
        assertThat(grants.shareOfCoded()).isCloseTo(20 / 35., within(1e-9));
        // observed 0.7, by chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5
        assertThat(grants.kappa().orElseThrow()).isCloseTo(0.4, within(1e-9));
        // 1 - (n - 1) * disagreement / (n0 * n1), n = 100, n0 = 45, n1 = 55, disagreeing pairs 15 twice
        assertThat(grants.alpha().orElseThrow()).isCloseTo(1 - 99 * 30 / (2. * 45 * 55), within(1e-9));
    }

    @Test
    void aThemeCountsWhereOneOfItsCodesWasPutWhicheverItIs() {
        Map<Integer, List<BlindCode>> first = said(GRANTS, 1, 1);
        Map<Integer, List<BlindCode>> second = said(INCENTIVES, 1, 1);

        assertThat(Agreement.of(first, second, places(2), codebook)).extracting(Agreement::code).containsExactly(INCENTIVES, GRANTS);
        assertThat(Agreement.of(first, second, places(2), codebook).getFirst().both()).isEqualTo(1);
    }

    @Test
    void whereBothAlwaysSayTheSameChanceExplainsEverything() {
        assertThat(Agreement.of(said(GRANTS, 1, 3), said(GRANTS, 1, 3), places(3), codebook)).allSatisfy(one -> {
            assertThat(one.kappa()).isEmpty();
            assertThat(one.alpha()).isEmpty();
            assertThat(one.share()).isEqualTo(1);
        });
        assertThat(Agreement.of(Map.of(), said(GRANTS, 1, 3), places(40), codebook)).allSatisfy(one -> assertThat(one.kappa()).contains(0.));
        assertThat(Agreement.of(Map.of(), Map.of(), places(3), codebook)).isEmpty();
    }

    @Test
    void whoDiffersInStatusOrOutcomeAloneDisagreesToo() {
        BlindCode trial = new BlindCode(GRANTS, Status.TRIAL, Outcome.NONE);
        BlindCode plain = new BlindCode(GRANTS, Status.IN_PLACE, Outcome.NONE);
        Map<Integer, List<BlindCode>> first = Map.of(1, List.of(trial), 2, List.of(plain), 3, List.of(plain));
        Map<Integer, List<BlindCode>> second = Map.of(1, List.of(plain), 2, List.of(plain));

        assertThat(Disagreement.of(first, second, places(3))).containsExactly(new Disagreement(1, GRANTS, trial, plain), new Disagreement(3, GRANTS, plain, null));
        assertThat(Disagreement.agreed(first, second)).isEqualTo(Map.of(2, List.of(plain)));
        assertThat(Agreement.share(first, second, BlindCode::status)).contains(0.5);
        assertThat(Agreement.share(first, second, BlindCode::outcome)).contains(1.);
        assertThat(Agreement.share(first, Map.of(), BlindCode::outcome)).isEmpty();
    }

    /** A code on the passages of some places. */
    private static Map<Integer, List<BlindCode>> said(CodeId code, int from, int to) {
        Map<Integer, List<BlindCode>> said = new TreeMap<>();
        for (int place = from; place <= to; place++) {
            said.put(place, List.of(new BlindCode(code, Status.IN_PLACE, Outcome.NONE)));
        }
        return said;
    }

    private static List<Integer> places(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
