package org.rapporteur.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rapporteur.country.CountryCode;

class CallReaderTest {

    static final String GOOD = """
            code: MCH-2004
            title: Making Change Happen
            subtitle: Incentives, partnership and commitment
            organisation: A secretariat
            classification: Unclassified
            languages: [en, fr]
            meeting: {place: Seoul, from: 2004-07-14, to: 2004-07-15}
            countries: [KOR, NOR]
            codebook: codebook.yaml
            sessions:
              - {number: "1", name: Incentives, theme: incentives}
            reports:
              - {key: synthesis, title: Making Change Happen, symbol: GOV(2004)1}
            contacts:
              - {country: KOR, address: Paper@KOR.example, role: author, language: en}
            """;

    @Test
    void aCallIsRead() {
        CallContent content = ((CallReading.Good) CallReader.read(GOOD)).content();

        assertThat(content.invited()).containsExactly(new CountryCode("KOR"), new CountryCode("NOR"));
        assertThat(content.contacts().getFirst().address()).isEqualTo("paper@kor.example");
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        List<String> faults = faults(GOOD.replace("country: KOR", "country: KOREA").replace("2004-07-14", "14 July"));

        assertThat(faults).anyMatch(fault -> fault.startsWith("call.yaml line 7: "))
                .anyMatch(fault -> fault.startsWith("call.yaml line 15: "));
    }

    @Test
    void theQuestionsOfTheGuidelinesAreReadInEveryLanguage() {
        CallContent content = ((CallReading.Good) CallReader.read(GOOD
                + "guidelines:\n  - {question: {en: examples of incentives, fr: exemples d’incitations}, answeredBy: [incentives]}\n")).content();

        assertThat(content.guidelines()).singleElement().satisfies(question -> {
            assertThat(question.in(Locale.FRENCH)).isEqualTo("exemples d’incitations");
            assertThat(question.in(Locale.KOREAN)).isEqualTo("examples of incentives");
            assertThat(question.answeredBy()).containsExactly("incentives");
        });
    }

    @Test
    void whatWentOutToCountriesIsReadLineByLineAsItWasSent() {
        CallContent content = ((CallReading.Good) CallReader.read(GOOD + "sentTexts:\n  - |\n    Annex: form\n    Name of contact:\n  - One more.\n")).content();

        assertThat(content.sentTexts()).containsExactly("Annex: form\nName of contact:", "One more.");
    }

    @Test
    void aQuestionNeedsEnglishAndCodesThatAnswerIt() {
        assertThat(faults(GOOD + "guidelines:\n  - {question: {fr: exemples}, answeredBy: [incentives]}\n")).singleElement().asString()
                .startsWith("call.yaml line 17: ").contains("needs English");
        assertThat(faults(GOOD + "guidelines:\n  - {question: {en: examples}}\n")).singleElement().asString().contains("needs answeredBy");
    }

    @Test
    void aMistypedKeyIsToldWithWhatWasMeant() {
        assertThat(faults(GOOD.replace("classification:", "clasification:"))).anyMatch(fault -> fault.startsWith("call.yaml line 5: ")
                && fault.contains("classification"));
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() {
        assertThat(faults("code: [MCH-2004\ntitle: x\n")).singleElement().asString().startsWith("call.yaml line ");
    }

    @Test
    void aDomainMaySubmitAndAPersonsOwnEntryWins() {
        String domain = "  - {country: NOR, domain: ministry.example, role: delegate, language: en}\n";
        String below = "  - {country: KOR, domain: '*.gov.example', role: delegate, language: en}\n";
        Call call = new Call(1, 1, ((CallReading.Good) CallReader.read(GOOD + domain + below)).content(), "");

        assertThat(call.countriesOf("Anyone@Ministry.example")).containsExactly(new CountryCode("NOR"));
        assertThat(call.countriesOf("anyone@it.ministry.example")).isEmpty();
        assertThat(call.countriesOf("anyone@it.gov.example")).containsExactly(new CountryCode("KOR"));
        assertThat(call.countriesOf("anyone@evilgov.example")).isEmpty();
        assertThat(call.contactOf(new CountryCode("NOR"))).isEmpty();
    }

    @Test
    void anAddressMayStandForTwoCountriesAndOnlyOnceForEach() {
        String line = "  - {country: KOR, address: Paper@KOR.example, role: author, language: en}\n";

        assertThat(CallReader.read(GOOD + line.replace("KOR,", "NOR,"))).isInstanceOf(CallReading.Good.class);
        assertThat(faults(GOOD + line)).singleElement().asString().contains("twice for the same country");
    }

    @Test
    void lettersAreWrittenWhereSomebodyCanBeAsked() {
        String ask = "enquiries: {name: The secretariat, address: ask@secretariat.example}\n";

        assertThat(correspondence("")).isEqualTo(Correspondence.NONE);
        assertThat(correspondence(ask).letters()).isEqualTo(LetterSwitch.APPROVE);
        assertThat(correspondence("letters: automatic\nconfirmNotFound: false\n" + ask)).isEqualTo(new Correspondence(
                LetterSwitch.AUTOMATIC, false, new Correspondence.Enquiries("The secretariat", "ask@secretariat.example")));
    }

    @Test
    void whatIsWrongAboutLettersIsToldWithItsLine() {
        assertThat(faults(GOOD + "letters: approve\n")).singleElement().asString().startsWith("call.yaml line 16: ").contains("enquiries");
        assertThat(faults(GOOD + "letters: always\n")).anyMatch(fault -> fault.contains("not 'always'"));
        assertThat(faults(GOOD + "enquiries: {name: Anna, address: nowhere}\n")).singleElement().asString().contains("'nowhere'");
        assertThat(faults(GOOD + "confirmNotFound: perhaps\n")).singleElement().asString().contains("'perhaps'");
    }

    private static Correspondence correspondence(String more) {
        return ((CallReading.Good) CallReader.read(GOOD + more)).content().correspondence();
    }

    private static List<String> faults(String yaml) {
        return ((CallReading.Faulty) CallReader.read(yaml)).faults();
    }
}
