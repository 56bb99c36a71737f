package org.rapporteur.pipeline;

import org.rapporteur.submission.Stage;
import org.springframework.stereotype.Component;

/** Which step follows which stage. */
@Component
class Steps {

    private final ExtractStep extract;
    private final SplitStep split;
    private final CodeStep code;

    Steps(ExtractStep extract, SplitStep split, CodeStep code) {
        this.extract = extract;
        this.split = split;
        this.code = code;
    }

    StageStep after(Stage stage) {
        return switch (stage) {
            case RECEIVED -> extract;
            case EXTRACTED -> split;
            case SPLIT -> code;
            case CODED, INDEXED, HELD, TO_SEND, SENT, TO_RECODE, RECODED ->
                throw new IllegalArgumentException("no delivery runs paper by paper after " + stage);
        };
    }
}
