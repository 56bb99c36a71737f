package org.rapporteur.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rapporteur.call.CallContent;
import org.rapporteur.country.Countries;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Draft.Paper;

/** The first page: what the document is, and in plain words what it rests on. */
final class TitlePage {

    private final Docx docx;
    private final Words words;

    TitlePage(Docx docx, Words words) {
        this.docx = docx;
        this.words = words;
    }

    void write(Draft draft) {
        CallContent call = draft.call().content();
        docx.line("Masthead").text(call.organisation());
        docx.line("Title").text(call.title());
        docx.line("Subtitle").text(call.subtitle());
        fact("fact.symbol", symbol(draft));
        fact("fact.status", words.say("status", draft.ordinal()));
        fact("fact.classification", call.classification());
        fact("fact.date", words.date(draft.draftedAt()));
        fact("fact.language", draft.language().getDisplayLanguage(draft.language()));
        fact("fact.meeting", call.meeting().place() + ", " + words.days(call.meeting().from(), call.meeting().to()));
        notice(draft);
    }

    static String symbol(Draft draft) {
        return draft.call().content().reports().getFirst().symbol();
    }

    private void fact(String label, String value) {
        docx.line("CoverFact").text(words.say(label), "Label").tab().text(value);
    }

    private void notice(Draft draft) {
        docx.line("NoticeHeading").text(words.say("notice.heading"));
        docx.line("Notice").text(words.say("notice.machine"));
        docx.line("Notice").text(basis(draft));
        long excluded = draft.papers().stream().filter(paper -> paper.excluded() != null).count();
        if (excluded > 0) {
            docx.line("Notice").text(words.say("notice.excluded", excluded));
        }
        docx.line("Notice").text(words.say("notice.minimum"));
        docx.line("Notice").text(words.say("notice.silence"));
    }

    private String basis(Draft draft) {
        List<String> names = countriesRead(draft);
        return names.isEmpty() ? words.say("notice.empty")
                : words.say("notice.basis", draft.papersRead(), names.size(), words.and(names));
    }

    /** Those for whom a paper with at least one passage speaks. */
    private static List<String> countriesRead(Draft draft) {
        Locale language = draft.language();
        return draft.papers().stream().filter(Paper::wasRead).map(Paper::countries).flatMap(List::stream)
                .collect(Collectors.toSet()).stream().sorted(Countries.order(language))
                .map(country -> Countries.name(country, language)).toList();
    }
}
