package org.rapporteur.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.commons.text.StringEscapeUtils;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.letter.LetterKind;
import org.rapporteur.letter.NewLetter;
import org.rapporteur.letter.Outbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the secretariat by mail what it has to see to: of each kind of alarm one letter a day, for as long as it lasts. */
@Component
@ConditionalOnExpression("${rapporteur.doors} and '${rapporteur.secretariat:}' != ''")
class AlarmLetters {

    private final Pulse pulse;
    private final Outbox outbox;
    private final Calls calls;
    private final Clock clock;
    private final String secretariat;

    /** @param secretariat the address that alarms go to */
    AlarmLetters(Pulse pulse, Outbox outbox, Calls calls, Clock clock, @Value("${rapporteur.secretariat:}") String secretariat) {
        this.pulse = pulse;
        this.outbox = outbox;
        this.calls = calls;
        this.clock = clock;
        this.secretariat = secretariat;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void write() {
        Call call = calls.current();
        pulse.alarms().forEach(alarm -> outbox.write(letter(call, alarm)));
    }

    private NewLetter letter(Call call, Pulse.Alarm alarm) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String text = """
                Rapporteur, which takes in the papers for %s, needs you:

                %s

                This letter is written once a day for as long as the matter lasts. The page "Status" of the desk tells how it stands now.
                """.formatted(call.code(), alarm.sentence());
        return new NewLetter(call.id(), LetterKind.ALARM, "alarm %s on %s".formatted(alarm.kind(), today), null, null, secretariat, Locale.ENGLISH,
                "Rapporteur needs you: %s".formatted(alarm.kind().replace('-', ' ')), text,
                "<html lang=\"en\"><body><p>" + StringEscapeUtils.escapeHtml4(text).strip().replace("\n\n", "</p><p>") + "</p></body></html>");
    }
}
