package org.rapporteur.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Moving;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Move;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submission;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.Submissions;
import org.springframework.stereotype.Component;

/** The papers of a call as pages name them: by a number that somebody typed or followed. */
@Component
class Papers {

    private final Submissions submissions;
    private final Deliveries deliveries;
    private final Moving moving;

    Papers(Submissions submissions, Deliveries deliveries, Moving moving) {
        this.submissions = submissions;
        this.deliveries = deliveries;
        this.moving = moving;
    }

    /** The submission that has this number, or had it before it was moved to another country. */
    Optional<Submission> find(Call call, String number) {
        return SubmissionNumber.in(number, call.code()).stream().filter(one -> one.value().equals(number)).findFirst()
                .flatMap(one -> submissions.find(call.id(), one));
    }

    /** Every revision of a submission, the one in force last. */
    List<Revision> revisions(Call call, Submission submission) {
        return submissions.revisions(call.id(), submission.countries().getFirst()).stream()
                .filter(revision -> revision.submission().id() == submission.id()).toList();
    }

    /** The revisions as they are listed, the one in force first. */
    List<RevisionRow> rows(List<Revision> revisions) {
        return RevisionRow.of(revisions, revisions.stream().map(this::delivery).collect(Collectors.toMap(Delivery::id, Function.identity())),
                deliveries.partsWith(revisions.stream().flatMap(one -> one.documents().stream()).map(Revision.Document::part).distinct().toList()));
    }

    Delivery delivery(Revision revision) {
        return deliveries.get(revision.delivery());
    }

    /** The move by which a paper is of the country that it is of. */
    Optional<Move> move(Submission submission) {
        return moving.standing(submission);
    }

    /**
     * A country that a paper may be of instead.
     *
     * @param label its name, and the number of the paper that it has already, if it has one
     */
    record Choice(String code, String name, String label) {}

    /** The invited countries that a paper is not of, by name. */
    List<Choice> elsewhere(Call call, Submission submission) {
        Map<CountryCode, String> numbers = new HashMap<>();
        submissions.inForce(call.id()).forEach(revision -> revision.submission().countries()
                .forEach(country -> numbers.put(country, revision.submission().number().value())));
        return call.content().invited().stream().filter(country -> !submission.countries().contains(country))
                .sorted(Countries.order(Locale.ENGLISH)).map(country -> choice(country, Optional.ofNullable(numbers.get(country)))).toList();
    }

    private static Choice choice(CountryCode country, Optional<String> number) {
        String name = Countries.name(country, Locale.ENGLISH);
        return new Choice(country.value(), name, number.map(taken -> "%s, which has %s already".formatted(name, taken)).orElse(name));
    }
}
