package org.rapporteur.desk;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.rapporteur.account.Account;
import org.rapporteur.call.Call;
import org.rapporteur.letter.LetterKind;
import org.rapporteur.letter.NewLetter;
import org.rapporteur.letter.Outbox;
import org.rapporteur.search.Hit;
import org.rapporteur.search.SavedSearch;
import org.rapporteur.search.SavedSearches;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters to people of the desk: where new passages stand, never what they say. */
@Component
class Digests {

    private static final int NAMED = 10;

    private final SavedSearches searches;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String desk;

    /** @param desk where links lead */
    Digests(SavedSearches searches, Outbox outbox, TransactionTemplate transaction, Clock clock,
            @Value("${rapporteur.desk.address:http://127.0.0.1:8080}") URI desk) {
        this.searches = searches;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.desk = desk.toString().replaceFirst("/+$", "");
    }

    /** What is new of a search. */
    record News(SavedSearch search, List<Hit> hits) {}

    /** Writes a digest if and only if it is kept that its reader was told. */
    void write(Call call, Account reader, String mail, List<News> news) {
        transaction.executeWithoutResult(status -> {
            outbox.write(letter(call, reader, mail, news));
            news.forEach(one -> searches.know(one.search().id(), one.hits()));
        });
    }

    private NewLetter letter(Call call, Account reader, String mail, List<News> news) {
        int passages = news.stream().mapToInt(one -> one.hits().size()).sum();
        StringBuilder text = new StringBuilder("New passages were found by searches that you keep on the desk of %s.\n".formatted(call.code()));
        news.forEach(one -> text.append("\n%s: %s\n%s\n%s/searches/%d\n".formatted(one.search().name(), one.hits().size() == 1 ? "one new passage" : one.hits().size() + " new passages",
                one.hits().stream().limit(NAMED).map(Hit::citation).collect(Collectors.joining("; ")) + (one.hits().size() > NAMED ? "; and others" : ""),
                desk, one.search().id())));
        text.append("\nYou can switch these letters off at %s/searches.\n".formatted(desk));
        return new NewLetter(call.id(), LetterKind.DIGEST, "digest for %s of %s".formatted(reader.name(), clock.instant()), null, null, mail, Locale.ENGLISH,
                passages == 1 ? "One new passage in your searches" : passages + " new passages in your searches", text.toString(),
                "<html lang=\"en\"><body><p>" + StringEscapeUtils.escapeHtml4(text.toString()).strip().replace("\n\n", "</p><p>").replace("\n", "<br>") + "</p></body></html>");
    }
}
