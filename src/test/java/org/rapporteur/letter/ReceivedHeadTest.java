package org.rapporteur.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedHeadTest {

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "auto-submitted: Auto-Generated; owner-email=x@kor.example", "Precedence: bulk",
        "Precedence: Junk", "Precedence: list", "Precedence: auto_reply", "List-Id: <papers.kor.example>", "LIST-UNSUBSCRIBE: <mailto:x@kor.example>",
        "Return-Path: <>", "Return-Path:  < > ", "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
        "Content-Type:\r\n\tmultipart/report", "X-Auto-Response-Suppress: DR, OOF, AutoReply", "X-Auto-Response-Suppress: All", "X-Autoreply: yes"})
    void nobodyIsAnsweredWhere(String line) {
        assertThat(head(line).whyNoAnswer()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: Auto-Submitted: auto-replied", "Auto-Submitted: no", "Auto-Submitted: No (by hand)", "Precedence: normal",
        "Return-Path: <paper@kor.example>", "Content-Type: multipart/mixed", "X-Auto-Response-Suppress: DR, RN, NRN", "X-Listed: yes"})
    void everybodyElseIs(String line) {
        assertThat(head(line).whyNoAnswer()).isEmpty();
    }

    @Test
    void whatItAnswersIsToldFromTheNearest() {
        assertThat(head("References: <1@a.example> <2@a.example>\r\n\t<3@a.example>\r\nIn-Reply-To: Your mail <3@a.example> of Monday").answers())
                .containsExactly("<3@a.example>", "<2@a.example>", "<1@a.example>");
    }

    @Test
    void aThreadTooLongLosesItsMiddle() {
        StringBuilder references = new StringBuilder("References: <first@a.example>");
        for (int i = 0; i < 400; i++) {
            references.append(" <").append(i).append("@a.example>");
        }

        String thread = head(references + "\r\nMessage-ID: <last@a.example>").thread();

        assertThat(thread).startsWith("<first@a.example> ").endsWith(" <last@a.example>").hasSizeLessThan(4000);
    }

    @Test
    void whatIsNoHeadSaysNothing() {
        assertThat(head("\0\1\2 no head at all").whyNoAnswer()).isEmpty();
        assertThat(head("Message-ID: nonsense").messageId()).isEmpty();
    }

    private static ReceivedHead head(String lines) {
        return ReceivedHead.of((lines + "\r\n\r\nAuto-Submitted: auto-replied\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
