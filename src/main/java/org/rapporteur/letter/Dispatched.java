package org.rapporteur.letter;

import java.time.Duration;

/** What became of handing a letter to the mail server. */
public sealed interface Dispatched {

    /** The mail server has taken it. */
    record Taken() implements Dispatched {}

    /** It is not to be sent any more. */
    record NotWanted() implements Dispatched {}

    /** @param left until the day ends on which its recipient has had as many letters as one gets */
    record NotToday(Duration left) implements Dispatched {}

    /** @param why the mail server could not be reached or did not take it, in words; it may take it later */
    record Later(String why) implements Dispatched {}

    /** @param why the mail server will not take it, in words */
    record Never(String why) implements Dispatched {}
}
