package org.rapporteur.call;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.country.CountryCode;

/** Makes the content of calls for tests that do not care about it. */
public final class CallContents {

    private CallContents() {}

    /** A call that invites Korea and Norway. */
    public static CallContent small() {
        return new CallContent(new CallCode("MCH-2004"), "Making Change Happen", "Subtitle", "The organisation", "Unclassified",
                List.of(Locale.ENGLISH), new CallContent.Meeting("Seoul", LocalDate.of(2004, 7, 14), LocalDate.of(2004, 7, 15)), null,
                Set.of(new CountryCode("KOR"), new CountryCode("NOR")), List.of(), List.of(),
                List.of(new CallContent.Report("synthesis", "Making Change Happen", "GOV/PGC/EGOV(2004)1", null)), Correspondence.NONE, List.of(), List.of());
    }

    /** The store of calls over these rows. */
    public static Calls store(Rows rows) {
        return new Calls(rows.jdbc(), rows.transaction(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()), Clock.systemUTC(), "MCH-2004");
    }

    /** A call as it stands in the store. */
    public static Call imported(Calls calls) {
        return imported(calls, "");
    }

    /** A call as it stands in the store, whose file says more than it needs to. */
    public static Call imported(Calls calls, String more) {
        String yaml = CallReaderTest.GOOD + more;
        return switch (CallReader.read(yaml)) {
            case CallReading.Good good -> calls.add(new CallFile(good.content(), yaml, ""), new Actor("test"));
            case CallReading.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }
}
