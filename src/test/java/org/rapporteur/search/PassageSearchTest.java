package org.rapporteur.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.call.CallCode;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;

/** The search over a real index in a folder. */
class PassageSearchTest {

    private static final CallCode CALL = new CallCode("MCH-2004");

    @TempDir
    Path folder;

    private PassageIndex index;
    private PassageSearch search;

    @BeforeEach
    void open() {
        index = new PassageIndex(folder, Duration.ofMinutes(1));
        index.openForWriting();
        index.startAgain();
        index.commit();
        search = new PassageSearch(index);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void aRestrictedPassageStaysOutOfHitsTotalsAndFacets() {
        put(1, "KOR", "The fund was cut.", Access.PUBLIC, true);
        put(2, "NOR", "The fund was secret.", Access.RESTRICTED, true);

        Results seen = search.search(new PassageQuery.Word("fund"), CALL, false, 0, 10);

        assertThat(seen.total()).isEqualTo(1);
        assertThat(seen.hits()).extracting(Hit::country).containsExactly("KOR");
        assertThat(seen.facets().get(Field.COUNTRY)).containsExactly(new Results.Count("kor", 1));
        assertThat(seen.facets().get(Field.ACCESS)).containsExactly(new Results.Count("public", 1));
        assertThat(seen.facets().get(Field.IN_FORCE)).containsExactly(new Results.Count("yes", 1));
    }

    @Test
    void nothingRestrictedIsSeenByAskingForIt() {
        put(1, "NOR", "The fund was secret.", Access.RESTRICTED, true);
        put(2, "NOR", "The fund was a secret then.", Access.RESTRICTED, false);

        assertThat(search.search(filter(Field.ACCESS, "restricted"), CALL, false, 0, 10).total()).isZero();
        assertThat(search.search(filter(Field.IN_FORCE, "no"), CALL, false, 0, 10).total()).isZero();
        assertThat(search.search(new PassageQuery.All(), CALL, false, 0, 10).facets().get(Field.IN_FORCE)).isEmpty();
    }

    @Test
    void whoMaySeeRestrictedPassagesFindsThem() {
        put(1, "NOR", "The fund was secret.", Access.RESTRICTED, true);

        assertThat(search.search(new PassageQuery.Word("secret"), CALL, true, 0, 10).total()).isEqualTo(1);
    }

    @Test
    void whatIsNoLongerInForceIsFoundOnlyWhenAskedForAndIsCounted() {
        put(1, "KOR", "The fund was cut.", Access.PUBLIC, true);
        put(2, "KOR", "The fund was about to be cut.", Access.PUBLIC, false);

        Results found = search.search(new PassageQuery.Word("fund"), CALL, false, 0, 10);

        assertThat(found.hits()).extracting(Hit::inForce).containsExactly(true);
        assertThat(found.facets().get(Field.IN_FORCE)).containsExactlyInAnyOrder(new Results.Count("yes", 1), new Results.Count("no", 1));
        assertThat(search.search(filter(Field.IN_FORCE, "no"), CALL, false, 0, 10).hits()).extracting(Hit::passage).containsExactly(2L);
    }

    @Test
    void aSearchThatTakesTooLongIsCutOffAndShowsNoPartForTheWhole() throws IOException {
        for (int i = 1; i <= 40; i++) {
            put(i, "KOR", "The fund number %d was cut.".formatted(i), Access.PUBLIC, true);
        }
        try (PassageIndex hurried = new PassageIndex(folder, Duration.ofNanos(1))) {
            assertThatThrownBy(() -> new PassageSearch(hurried).search(new PassageQuery.Word("fund"), CALL, false, 0, 10)).isInstanceOf(SlowQuery.class)
                    .hasMessageContaining("was cut off").hasMessageContaining("Take fewer words");
        }
    }

    @Test
    void papersAreGivenWithTheirBestPassagesAndTheirNumberOfThem() {
        for (int i = 1; i <= 5; i++) {
            put(i, "KOR", "The fund number %d was cut.".formatted(i), Access.PUBLIC, true);
        }
        put(6, "NOR", "A fund.", Access.PUBLIC, true);
        put(7, "SWE", "A fund that nobody may see.", Access.RESTRICTED, true);

        Results found = search.byPaper(new PassageQuery.Word("fund"), CALL, false, Order.COUNTRY, 0, 10, 2);

        assertThat(found.papers()).containsExactly(new Results.Paper("MCH-2004-KOR-001", 5), new Results.Paper("MCH-2004-NOR-001", 1));
        assertThat(found.paperTotal()).isEqualTo(2);
        assertThat(found.total()).isEqualTo(6);
        assertThat(found.hits()).extracting(Hit::country).containsExactly("KOR", "KOR", "NOR");
        assertThat(search.byPaper(new PassageQuery.Word("fund"), CALL, false, Order.COUNTRY, 1, 10, 2).papers()).extracting(Results.Paper::number).containsExactly("MCH-2004-NOR-001");
    }

    @Test
    void koreanAndJapaneseWordsAreFoundInsideOthers() {
        put(1, "KOR", "ko", "각 부처가 절약한 예산의 절반을 다시 돌려준다.", Access.PUBLIC, true);
        put(2, "JPN", "ja", "各省庁は節約した予算の半分を翌年度に繰り越すことができる。", Access.PUBLIC, true);

        assertThat(hits("예산")).isEqualTo(1);
        assertThat(hits("節約")).isEqualTo(1);
        assertThat(hits("절반 돌려")).isEqualTo(1);
        assertThat(hits("세금")).isZero();
    }

    @Test
    void shapesStandForWordsAloneAndNearOthers() {
        put(1, "KOR", "The organisation pays matching grants to one-stop shops that are open late.", Access.PUBLIC, true);
        put(2, "USA", "The organization matched every grant.", Access.PUBLIC, true);
        put(3, "NOR", "Grants come first, and long afterwards, with many words between, comes what is matching.", Access.PUBLIC, true);

        assertThat(hits("organi?ation")).isEqualTo(2);
        assertThat(hits("match*")).isEqualTo(3);
        assertThat(hits("\"matching grant*\"")).isEqualTo(1);
        assertThat(hits("\"match* grant*\"~2")).isEqualTo(2);
        assertThat(hits("\"one-stop sho*\"")).isEqualTo(1);
        assertThat(search.search(QueryReader.read("\"match* grant*\"~2").query(), CALL, false, 0, 1).hits().getFirst().marks()).isNotEmpty();
        assertThat(QueryReader.read("m*")).isInstanceOf(QueryReading.Mistaken.class);
        assertThat(QueryReader.read("\"*ing grant\"")).isInstanceOf(QueryReading.Mistaken.class);
    }

    @Test
    void aShapeThatStandsForTooManyWordsIsRefusedWithASentence() {
        StringBuilder many = new StringBuilder("grants");
        IntStream.range(0, 1_100).forEach(i -> many.append(" ma").append(Integer.toString(i, 36)));
        put(1, "KOR", many.toString(), Access.PUBLIC, true);

        assertThatThrownBy(() -> hits("\"grants ma*\"~3")).isInstanceOf(TooBroadQuery.class).hasMessageContaining("write more letters");
        assertThat(hits("ma*")).isEqualTo(1);
    }

    @Test
    void passagesAreGivenInTheOrderThatIsAskedFor() {
        put(1, "SWE", "The fund, the fund and again the fund.", Access.PUBLIC, true);
        put(2, "AUS", "A fund among very many other words that stand here.", Access.PUBLIC, true);

        assertThat(search.search(new PassageQuery.Word("fund"), CALL, false, 0, 10).hits()).extracting(Hit::country).containsExactly("SWE", "AUS");
        assertThat(search.search(new PassageQuery.Word("fund"), CALL, false, Order.COUNTRY, 0, 10).hits()).extracting(Hit::country).containsExactly("AUS", "SWE");
        assertThat(search.search(new PassageQuery.Word("fund"), CALL, false, Order.PLACE, 1, 10).hits()).extracting(Hit::country).containsExactly("SWE");
    }

    @Test
    void theLikeOfAPassageIsFoundAndNothingThatMayNotBeSeen() {
        put(1, "SWE", "Harbour captains asked for berths by telephone.", Access.PUBLIC, true);
        put(2, "NOR", "In Norway captains of the harbour ask for berths on the portal.", Access.PUBLIC, true);
        put(3, "ISL", "Captains ask for berths in the harbour office.", Access.RESTRICTED, true);
        put(4, "DNK", "Tax forms come by post.", Access.PUBLIC, true);

        assertThat(search.like("Harbour captains asked for berths by telephone.", "en", 1, CALL, false, 0, 10).hits()).extracting(Hit::passage).containsExactly(2L);
        assertThat(search.like("Harbour captains asked for berths by telephone.", "en", 1, CALL, true, 0, 10).total()).isEqualTo(2);
    }

    @Test
    void aWordThatNoPassageHasIsTakenForTheNearest() {
        put(1, "SWE", "The partnership was renewed.", Access.PUBLIC, true);

        assertThat(search.near(List.of("partnreship", "renewed"))).isEqualTo(Map.of("partnreship", "partnership"));
        assertThat(search.near(List.of("zebra"))).isEmpty();
    }

    @Test
    void inForceIsAFieldThatPeopleCanType() {
        assertThat(QueryReader.read("in-force:no").query()).isEqualTo(filter(Field.IN_FORCE, "no"));
    }

    @Test
    void anOldReaderIsClosedOnceNobodyReadsIt() {
        IndexReader old = index.<IndexReader>read(searcher -> searcher.getIndexReader()).orElseThrow();

        put(1, "KOR", "The fund was cut.", Access.PUBLIC, true);
        index.read(searcher -> true);

        assertThat(old.getRefCount()).isZero();
    }

    @Test
    void aReaderThatIsLentStaysOpenThroughACommit() {
        int before = index.read(searcher -> {
            put(1, "KOR", "The fund was cut.", Access.PUBLIC, true);
            index.read(newer -> newer.getIndexReader().numDocs());
            return searcher.getIndexReader().numDocs();
        }).orElseThrow();

        assertThat(before).isZero();
    }

    private long hits(String typed) {
        return search.search(QueryReader.read(typed).query(), CALL, false, 0, 10).total();
    }

    private static PassageQuery filter(Field field, String value) {
        return new PassageQuery.Filter(field, value);
    }

    private void put(long id, String country, String text, Access access, boolean inForce) {
        put(id, country, "en", text, access, inForce);
    }

    private void put(long id, String country, String language, String text, Access access, boolean inForce) {
        Passage passage = new Passage(id, id, 1, new Locator(1, "1", List.of(), 0, text.length()), language, text);
        CitedPassage cited = new CitedPassage(passage, new SubmissionNumber("MCH-2004-" + country + "-001"), 1, inForce, DocumentRole.MAIN,
                "en", List.of(new CountryCode(country)), access, Attribution.NAMED);
        index.replace(id, List.of(new PassageEntry(cited, Map.of(Field.COUNTRY, List.of(country), Field.ACCESS, List.of(access.name()),
                Field.CALL, List.of(CALL.value()), Field.IN_FORCE, List.of(inForce ? "yes" : "no")))));
        index.commit();
    }
}
