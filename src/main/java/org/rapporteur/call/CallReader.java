package org.rapporteur.call;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.CallContent.Meeting;
import org.rapporteur.call.CallContent.Report;
import org.rapporteur.call.CallContent.Session;
import org.rapporteur.call.Correspondence.Enquiries;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;

/** Reads {@code call.yaml}. */
public final class CallReader {

    private static final Set<String> KEYS = Set.of("code", "title", "subtitle", "organisation", "classification", "languages",
            "meeting", "papersDue", "countries", "contacts", "sessions", "reports", "codebook", "letters", "confirmNotFound", "enquiries",
            "guidelines", "sentTexts");

    private final YamlFile file = new YamlFile("call.yaml");

    private CallReader() {}

    public static CallReading read(String yaml) {
        return new CallReader().reading(yaml);
    }

    private CallReading reading(String yaml) {
        Optional<CallContent> content = file.read(yaml).flatMap(this::content);
        return content.isPresent() && file.faults().isEmpty() ? new CallReading.Good(content.get())
                : new CallReading.Faulty(file.faults());
    }

    private Optional<CallContent> content(YamlMap map) {
        map.allow(KEYS);
        CallCode code = map.value("code", CallCode::new);
        String title = map.text("title");
        Meeting meeting = map.map("meeting").map(this::meeting).orElse(null);
        List<Locale> languages = map.values("languages", CallReader::language);
        Set<CountryCode> invited = new LinkedHashSet<>(map.values("countries", CallReader::country));
        List<Contact> contacts = contacts(map, invited);
        List<Session> sessions = sessions(map);
        List<Report> reports = map.maps("reports").stream().map(this::report).filter(Objects::nonNull).toList();
        Correspondence correspondence = correspondence(map);
        List<GuidelineQuestion> guidelines = map.maps("guidelines").stream().map(this::guideline).filter(Objects::nonNull).toList();
        require(map, "languages", !languages.isEmpty(), "name at least one working language, such as [en, fr]");
        require(map, "countries", !invited.isEmpty(), "name at least one country, such as [KOR, NOR]");
        require(map, "reports", !reports.isEmpty(), "name at least one report with key, title and symbol");
        require(map, "code", code != null, "the call needs a code such as MCH-2004");
        require(map, "meeting", meeting != null, "the call needs a meeting with place, from and to");
        if (!file.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CallContent(code, title, map.optional("subtitle").orElse(""), map.text("organisation"),
                map.optional("classification").orElse("Unclassified"), languages, meeting, map.value("papersDue", CallReader::day),
                invited, contacts, sessions, reports, correspondence, guidelines, map.texts("sentTexts")));
    }

    private void require(YamlMap map, String key, boolean given, String sentence) {
        if (!given) {
            file.fault(map.place(key), sentence);
        }
    }

    private @Nullable Meeting meeting(YamlMap map) {
        map.allow(Set.of("place", "from", "to"));
        LocalDate from = map.value("from", CallReader::day);
        LocalDate to = map.value("to", CallReader::day);
        return from == null || to == null ? null : new Meeting(map.text("place"), from, to);
    }

    private List<Contact> contacts(YamlMap map, Set<CountryCode> invited) {
        List<Contact> contacts = new ArrayList<>();
        Set<String> addresses = new LinkedHashSet<>();
        for (YamlMap entry : map.maps("contacts")) {
            entry.allow(Set.of("country", "address", "domain", "role", "language"));
            CountryCode country = entry.value("country", CallReader::country);
            ContactRole role = entry.value("role", CallReader::role);
            Locale language = entry.value("language", CallReader::language);
            Function<String, Contact> made = address -> new Contact(country, address, role == null ? ContactRole.DELEGATE : role,
                    language == null ? Locale.ENGLISH : language);
            Contact contact = country == null ? null : entry.optional("domain").isPresent()
                    ? entry.value("domain", domain -> made.apply("@" + domain)) : entry.value("address", made);
            require(entry, "country", country != null && invited.contains(country), "a contact needs a country that is invited");
            require(entry, "address", contact == null || addresses.add(contact.address() + " " + contact.country()), "this address stands here twice for the same country; keep one");
            require(entry, "address", contact != null, "a contact needs an address, or a domain");
            if (contact != null) {
                contacts.add(contact);
            }
        }
        return contacts;
    }

    private List<Session> sessions(YamlMap map) {
        return map.maps("sessions").stream().map(entry -> {
            entry.allow(Set.of("number", "name", "theme"));
            return new Session(entry.text("number"), entry.text("name"), entry.optional("theme").orElse(null));
        }).toList();
    }

    private Report report(YamlMap entry) {
        entry.allow(Set.of("key", "title", "symbol", "due"));
        return new Report(entry.text("key"), entry.text("title"), entry.text("symbol"), entry.value("due", CallReader::day));
    }

    private @Nullable GuidelineQuestion guideline(YamlMap entry) {
        entry.allow(Set.of("question", "answeredBy"));
        Map<String, String> text = new TreeMap<>();
        entry.map("question").ifPresent(names -> names.keys().forEach(key -> text.put(key, names.text(key))));
        try {
            return new GuidelineQuestion(text, entry.texts("answeredBy"));
        } catch (IllegalArgumentException refused) {
            file.fault(entry.place("question"), refused.getMessage());
            return null;
        }
    }

    /** Where the file says nothing about letters a person approves each; but none is written where nobody is named whom to ask. */
    private Correspondence correspondence(YamlMap map) {
        Enquiries enquiries = map.map("enquiries").map(this::enquiries).orElse(null);
        LetterSwitch letters = Optional.ofNullable(map.value("letters", CallReader::letterSwitch))
                .orElse(enquiries == null ? LetterSwitch.OFF : LetterSwitch.APPROVE);
        boolean confirm = Optional.ofNullable(map.value("confirmNotFound", CallReader::yesOrNo)).orElse(true);
        boolean answerable = letters == LetterSwitch.OFF || enquiries != null;
        require(map, "letters", answerable, "letters need enquiries with name and address: whom countries may ask");
        return answerable ? new Correspondence(letters, confirm, enquiries) : Correspondence.NONE;
    }

    private @Nullable Enquiries enquiries(YamlMap entry) {
        entry.allow(Set.of("name", "address"));
        String name = entry.text("name");
        entry.text("address");
        return entry.value("address", address -> new Enquiries(name, address));
    }

    private static LetterSwitch letterSwitch(String word) {
        return switch (word) {
            case "off" -> LetterSwitch.OFF;
            case "approve" -> LetterSwitch.APPROVE;
            case "automatic" -> LetterSwitch.AUTOMATIC;
            default -> throw new IllegalArgumentException("letters are off, approve or automatic, not '%s'".formatted(word));
        };
    }

    private static boolean yesOrNo(String word) {
        if (!word.matches("true|false")) {
            throw new IllegalArgumentException("expected true or false, not '%s'".formatted(word));
        }
        return word.equals("true");
    }

    private static CountryCode country(String code) {
        if (!Countries.isKnown(code)) {
            throw new IllegalArgumentException("'%s' is no ISO 3166-1 alpha-3 code and no known body; Korea is KOR".formatted(code));
        }
        return new CountryCode(code);
    }

    private static Locale language(String code) {
        if (!code.matches("[a-z]{2}")) {
            throw new IllegalArgumentException("a language is two letters such as en, not '%s'".formatted(code));
        }
        return Locale.of(code);
    }

    private static ContactRole role(String role) {
        try {
            return ContactRole.valueOf(role.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("a role is author, delegate or delegation-in-copy, not '%s'".formatted(role), unknown);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException wrong) {
            throw new IllegalArgumentException("a day is written 2004-07-14, not '%s'".formatted(text), wrong);
        }
    }
}
