package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class BlockHandlerTest {

    @Test
    void headingsAndParagraphsAreBlocks() throws Exception {
        assertThat(read("<h2>Incentives</h2><p>They\n help.</p>")).containsExactly(block(BlockKind.HEADING, 2, "Incentives"),
                block(BlockKind.PARAGRAPH, 0, "They help."));
    }

    @Test
    void itemsOfListsHaveTheirDepth() throws Exception {
        assertThat(read("<ul><li>one<ul><li>two</li></ul></li></ul>")).containsExactly(block(BlockKind.LIST_ITEM, 1, "one"),
                block(BlockKind.LIST_ITEM, 2, "two"));
    }

    @Test
    void aRowOfATableIsOneBlock() throws Exception {
        assertThat(read("<table><tr><td><p>2001</p></td><td>34</td></tr></table>"))
                .containsExactly(block(BlockKind.TABLE_ROW, 0, "2001 | 34"));
    }

    @Test
    void aParagraphThatBeginsWithABulletIsAnItem() throws Exception {
        assertThat(read("<p>• one</p>")).containsExactly(block(BlockKind.LIST_ITEM, 1, "• one"));
    }

    @Test
    void whatNoDatabaseTakesIsLeftOut() throws Exception {
        BlockHandler handler = new BlockHandler(1000);
        handler.startElement("", "body", "body", new org.xml.sax.helpers.AttributesImpl());
        for (char letter : "a\0b\ud800c\ud83d\ude00".toCharArray()) {
            handler.characters(new char[] {letter}, 0, 1);
        }

        assertThat(handler.raw()).isEqualTo("abc\ud83d\ude00");
        assertThat(handler.blocks()).extracting(Block::text).containsExactly("abc\ud83d\ude00");
    }

    @Test
    void aBlockRefusesWhatNoDatabaseTakes() {
        assertThatThrownBy(() -> block(BlockKind.PARAGRAPH, 0, "a\0b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> block(BlockKind.PARAGRAPH, 0, "a\udc00b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreTextThanAllowedIsTooMuch() {
        assertThatThrownBy(() -> read("<p>" + "a".repeat(2000) + "</p>")).isInstanceOf(TooMuchText.class);
    }

    private static Block block(BlockKind kind, int level, String text) {
        return new Block(kind, level, null, null, text);
    }

    private static List<Block> read(String body) throws IOException, SAXException, ParserConfigurationException {
        BlockHandler handler = new BlockHandler(1000);
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.newSAXParser().parse(new InputSource(new StringReader("<html><body>" + body + "</body></html>")), handler);
        return handler.blocks();
    }
}
