package org.rapporteur.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.coding.CodeKind;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.search.Field;
import org.rapporteur.search.Hit;
import org.rapporteur.search.Order;
import org.rapporteur.search.PassageQuery;
import org.rapporteur.search.PassageSearch;
import org.rapporteur.submission.DocumentRole;
import org.springframework.stereotype.Component;

/** The passages of a country under a theme or question, as the visitor may see them. */
@Component
class CellPassages {

    static final int MOST = 100;

    private final PassageSearch search;
    private final Passages passages;

    CellPassages(PassageSearch search, Passages passages) {
        this.search = search;
        this.passages = passages;
    }

    /** A passage of a cell. */
    record Said(long id, String citation, String paper, String language, String text) {}

    /** In the order of the paper, at most {@value #MOST}. */
    List<Said> of(Call call, Matrix.Cell cell, Visitor visitor) {
        PassageQuery query = new PassageQuery.And(List.of(new PassageQuery.Filter(cell.row().kind() == CodeKind.THEME ? Field.THEME : Field.QUESTION, cell.row().id().value()),
                new PassageQuery.Filter(Field.COUNTRY, cell.country().value())));
        List<Hit> hits = search.search(query, call.code(), visitor.seesRestricted(), Order.PLACE, 0, MOST).hits();
        Set<Long> versions = versions(hits);
        return hits.stream().filter(hit -> !versions.contains(hit.passage()))
                .map(hit -> new Said(hit.passage(), hit.citation(), hit.submission(), hit.language(), hit.text())).toList();
    }

    /** A language version says again what its paper says. */
    private Set<Long> versions(List<Hit> hits) {
        return passages.find(hits.stream().map(Hit::passage).toList()).values().stream().filter(cited -> cited.role() == DocumentRole.LANGUAGE_VERSION)
                .map(CitedPassage::passage).map(passage -> passage.id()).collect(Collectors.toCollection(HashSet::new));
    }
}
