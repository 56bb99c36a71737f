package org.rapporteur.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Sha256;

class StoredPartsTest {

    @Test
    void aPartIsFoundAgainByItsParentAndBytesWhereverItStandsNow() {
        StoredParts stored = new StoredParts(List.of(part(10, null, 1, "mail"), part(11, 10L, 2, "text"), part(12, 10L, 3, "paper")));
        stored.is(found(1, 0, "mail"), stored.take(found(1, 0, "mail"), null).orElseThrow());

        assertThat(stored.take(found(2, 1, "paper"), stored.id(1))).contains(12L);
        assertThat(stored.left()).extracting(Part::id).containsExactly(11L);
    }

    @Test
    void theSameBytesInAnotherParentAreAnotherPart() {
        StoredParts stored = new StoredParts(List.of(part(10, null, 1, "mail"), part(11, 10L, 2, "paper")));

        assertThat(stored.take(found(2, 0, "paper"), null)).isEmpty();
    }

    @Test
    void theSameBytesTwiceAreTwoParts() {
        StoredParts stored = new StoredParts(List.of(part(11, 10L, 2, "logo"), part(12, 10L, 3, "logo")));

        assertThat(stored.take(found(2, 1, "logo"), 10L)).contains(11L);
        assertThat(stored.take(found(3, 1, "logo"), 10L)).contains(12L);
        assertThat(stored.take(found(4, 1, "logo"), 10L)).isEmpty();
    }

    @Test
    void aNewPartTakesAPlaceThatIsFree() {
        StoredParts stored = new StoredParts(List.of(part(10, null, 1, "mail"), part(11, 10L, 2, "paper")));

        assertThat(stored.free(2)).isEqualTo(3);
        assertThat(stored.free(2)).isEqualTo(4);
    }

    private static Part part(long id, Long parent, int ordinal, String bytes) {
        return new Part(id, 1, parent, ordinal, bytes, "text/plain", Sha256.of(bytes), PartStanding.DOCUMENT, null);
    }

    private static Unpacking.Found found(int ordinal, int parent, String bytes) {
        return new Unpacking.Found(ordinal, parent, 1, bytes, "text/plain", Sha256.of(bytes), PartStanding.DOCUMENT, null, null);
    }
}
