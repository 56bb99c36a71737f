package org.rapporteur.synthesis;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.rapporteur.coding.Code;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;

/**
 * Finishes sentences from the phrases that people wrote into the codebook. It counts and names; it never says why, how well, or
 * what should be done.
 */
final class Wording {

    /** numbers up to here are written in words */
    private static final int IN_WORDS = 12;

    private final Locale language;
    private final ResourceBundle phrases;
    private final RuleBasedNumberFormat spelled;

    Wording(Locale language) {
        this.language = language;
        this.phrases = ResourceBundle.getBundle("synthesis.wording", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.spelled = new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT);
    }

    /** "Five countries (18 papers read) tie grants to conditions: Denmark, …" or "Norway ties grants to conditions." */
    String count(Form form, Code code, List<CountryCode> countries, int papersRead) {
        String many = countries.size() == 1 ? ".one" : ".many";
        Code.Finding finding = code.finding().orElseThrow();
        return say(form.word() + many, number(countries.size()), names(countries),
                countries.size() == 1 ? finding.one() : finding.many(), code.name().in(language), papersRead);
    }

    /** "Norway writes:" */
    String quotation(List<CountryCode> countries) {
        return say("quotation", names(countries));
    }

    private String names(List<CountryCode> countries) {
        return ListFormatter.getInstance(language.equals(Locale.ENGLISH) ? Locale.UK : language).format(countries.stream().map(country -> Countries.inSentence(country, language)).toList());
    }

    private String number(int count) {
        return count <= IN_WORDS ? spelled.format(count) : String.valueOf(count);
    }

    private String say(String key, Object... values) {
        String sentence = new MessageFormat(phrases.getString(key), language).format(values);
        return sentence.substring(0, 1).toUpperCase(language) + sentence.substring(1);
    }
}
