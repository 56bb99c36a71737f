package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In which languages papers are that mix them. */
class LanguagesTest {

    private static final Block ENGLISH = paragraph("The ministry returns half of the money that an office saves, so that every manager has a reason "
            + "to look for simpler ways of working and to share what was learnt with the others.");
    private static final Block FRENCH = paragraph("Le ministère rend la moitié de l’argent qu’un service économise, afin que chaque responsable ait une "
            + "raison de chercher des méthodes plus simples et de partager ce qu’il a appris avec les autres.");
    private static final Block SPANISH = paragraph("El ministerio devuelve la mitad del dinero que ahorra una oficina, para que cada responsable tenga un "
            + "motivo para buscar formas de trabajo más sencillas y compartir lo aprendido con los demás.");
    private static final Block KOREAN = paragraph("각 부처가 절약한 예산의 절반을 다시 돌려주어 모든 관리자가 더 간단한 업무 방식을 찾고 배운 것을 다른 기관과 나눌 이유를 "
            + "갖게 한다. 이 제도는 이천이년에 시작되었고 지금은 모든 중앙 행정 기관에서 시행되고 있으며, 지방 정부로 확대할 계획이다. 성과는 해마다 공개되고 "
            + "우수한 기관은 상을 받는다.");

    private static Languages languages;

    @BeforeAll
    static void load() throws IOException {
        languages = new Languages();
    }

    @Test
    void blocksInAnotherLanguageAreMarkedAndTheOthersAreNot() {
        assertThat(languages.ofDocument(List.of(ENGLISH, ENGLISH, FRENCH))).isEqualTo("en");
        assertThat(languages.marked(List.of(ENGLISH, FRENCH, SPANISH, KOREAN, ENGLISH), "en")).extracting(Block::language)
                .containsExactly(null, "fr", "es", "ko", null);
    }

    @Test
    void shortBlocksAreLookedAtTogether() {
        List<Block> list = List.of(paragraph("Une prime pour les services qui simplifient leurs démarches"),
                paragraph("Un prix annuel pour les équipes les plus inventives du pays"),
                paragraph("Une sanction pour les ministères qui n’ont rien changé cette année"));

        assertThat(languages.marked(list, "en")).extracting(Block::language).containsExactly("fr", "fr", "fr");
    }

    @Test
    void aFewWordsProveNothing() {
        assertThat(languages.marked(List.of(paragraph("Raison d’être")), "en")).extracting(Block::language).containsExactly((String) null);
    }

    private static Block paragraph(String text) {
        return new Block(BlockKind.PARAGRAPH, 0, null, null, text);
    }
}
