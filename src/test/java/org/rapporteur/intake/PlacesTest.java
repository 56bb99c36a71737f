package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rapporteur.country.CountryCode;

class PlacesTest {

    @Test
    void theFirstFolderThatIsACountrySaysWhosePaperItIs() {
        assertThat(Places.country("2004/KOR/NOR/paper.pdf")).contains(new CountryCode("KOR"));
    }

    @Test
    void theNameOfTheFileIsNeverAsked() {
        assertThat(Places.country("KOR_paper.pdf")).isEmpty();
        assertThat(Places.country("papers/KOR")).isEmpty();
    }

    @Test
    void whatLooksLikeACountryAndIsNoneIsNotGuessed() {
        assertThat(Places.country("XYZ/paper.pdf")).isEmpty();
        assertThat(Places.country("kor/paper.pdf")).isEmpty();
    }

    @Test
    void readmesManifestsAndHiddenFilesAreIgnored() {
        assertThat(IgnoredFiles.rule("KOR/README.md")).isPresent();
        assertThat(IgnoredFiles.rule("KOR/MANIFEST.tsv")).isPresent();
        assertThat(IgnoredFiles.rule("KOR/.DS_Store")).isPresent();
        assertThat(IgnoredFiles.rule("KOR/.hidden/paper.pdf")).isPresent();
        assertThat(IgnoredFiles.rule("KOR/paper.pdf")).isEmpty();
    }
}
