package org.rapporteur.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchQueriesTest {

    @Test
    void namesQueriesAndHeadingsAreTold() {
        assertThat(BatchQueries.read("\uFEFFname,query\r\nGrants,matching grant\r\n\r\nfund*\r\n")).containsExactly(
                new BatchQueries.Asked(2, "Grants", "matching grant"), new BatchQueries.Asked(4, "fund*", "fund*"));
    }

    @Test
    void whatSomebodyTypesAsInTheSearchBoxIsOneQuery() {
        assertThat(BatchQueries.read("\"one-stop shop\"~5 OR guichet")).containsExactly(
                new BatchQueries.Asked(1, "\"one-stop shop\"~5 OR guichet", "\"one-stop shop\"~5 OR guichet"));
        assertThat(BatchQueries.read("Shops,\"\"\"one-stop shop\"\"~5\"")).containsExactly(new BatchQueries.Asked(1, "Shops", "\"one-stop shop\"~5"));
    }

    @Test
    void aFaultyLineDoesNotStopTheRest() {
        List<BatchQueries.Line> lines = BatchQueries.read("a,b,c\nGrants,\nfund\n" + "x".repeat(3_000));

        assertThat(lines).hasSize(4).element(2).isEqualTo(new BatchQueries.Asked(3, "fund", "fund"));
        assertThat(lines).filteredOn(BatchQueries.Faulty.class::isInstance).hasSize(3);
    }

    @Test
    void moreThanTheMostAreLeftOutAndTold() {
        assertThat(BatchQueries.read("fund\n".repeat(BatchQueries.MOST + 3))).filteredOn(BatchQueries.Faulty.class::isInstance).hasSize(3);
    }
}
