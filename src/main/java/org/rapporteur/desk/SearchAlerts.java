package org.rapporteur.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapporteur.account.Account;
import org.rapporteur.account.Accounts;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.search.SavedSearch;
import org.rapporteur.search.SavedSearches;
import org.rapporteur.search.SlowQuery;
import org.rapporteur.search.TooBroadQuery;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds out whose kept searches find passages that are new, and has it told. */
@Component("searchAlerts")
public class SearchAlerts {

    /** of more passages than these nobody is told */
    static final int MOST = 5_000;

    private final Calls calls;
    private final SavedSearches searches;
    private final Accounts accounts;
    private final DeskSearch search;
    private final Digests digests;
    private final Clock clock;
    private final Duration every;

    /** @param every at least so long after the one before a digest is written */
    SearchAlerts(Calls calls, SavedSearches searches, Accounts accounts, DeskSearch search, Digests digests, Clock clock,
            @Value("${rapporteur.digest.every:24h}") Duration every) {
        this.calls = calls;
        this.searches = searches;
        this.accounts = accounts;
        this.search = search;
        this.digests = digests;
        this.clock = clock;
        this.every = every;
    }

    /** Writes to everybody whose digest is due and who has an address; those without one see on the desk what is new. */
    public void look() {
        Call call = calls.current();
        Map<String, List<SavedSearch>> byOwner = searches.withAlerts(call.id()).stream().filter(this::isDue).collect(Collectors.groupingBy(SavedSearch::owner));
        byOwner.forEach((owner, due) -> accounts.find(owner).filter(Account::enabled)
                .ifPresent(account -> accounts.mail(owner).ifPresent(mail -> tell(call, account, mail, due))));
    }

    private void tell(Call call, Account owner, String mail, List<SavedSearch> due) {
        Visitor visitor = new Visitor(owner.name(), owner.role());
        List<Digests.News> news = due.stream().flatMap(one -> news(one, visitor).stream()).toList();
        if (!news.isEmpty()) {
            digests.write(call, owner, mail, news);
        }
    }

    /** What a search that cannot be answered finds is told when it can be again. */
    private Optional<Digests.News> news(SavedSearch one, Visitor visitor) {
        try {
            Digests.News news = new Digests.News(one, searches.fresh(one.id(), search.all(SearchForm.at(one.address()), visitor, MOST)));
            return news.hits().isEmpty() ? Optional.empty() : Optional.of(news);
        } catch (TooBroadQuery | SlowQuery unanswered) {
            return Optional.empty();
        }
    }

    private boolean isDue(SavedSearch one) {
        Instant told = one.toldAt();
        return told == null || !told.plus(every).isAfter(clock.instant());
    }
}
