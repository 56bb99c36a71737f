package org.rapporteur.desk;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.BlindCode;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Sample;
import org.rapporteur.coding.Samples;
import org.rapporteur.coding.Status;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /samples/{id}/passages/{place}}: one passage of a sample, coded without a view of what anybody else says of it, the machine included. */
@Controller
class BlindPage {

    private static final String COMPLETE = "Nothing was kept: the sample was completed or ended meanwhile, and what was said is compared now.";

    private final Calls calls;
    private final Samples samples;
    private final Passages passages;
    private final Coded coded;

    BlindPage(Calls calls, Samples samples, Passages passages, Coded coded) {
        this.calls = calls;
        this.samples = samples;
        this.passages = passages;
        this.coded = coded;
    }

    @GetMapping("/samples/{id}/passages/{place}")
    String passage(@PathVariable long id, @PathVariable int place, HttpServletRequest request, Principal principal, Model model) {
        Call call = calls.current();
        Actor coder = new Actor(principal.getName());
        Sample sample = own(call, id, place, coder);
        Optional<CitedPassage> cited = passages.find(sample.passages().get(place)).filter(Visitor.of(request)::sees);
        Map<String, BlindCode> said = samples.said(sample, coder).getOrDefault(place, List.of()).stream()
                .collect(Collectors.toMap(code -> code.code().value(), Function.identity()));
        model.addAttribute("sample", sample).addAttribute("place", place).addAttribute("cited", cited.orElse(null))
                .addAttribute("citation", cited.map(passage -> passage.citation(Locale.ENGLISH)).orElse(""))
                .addAttribute("coded", sample.done().getOrDefault(coder, Set.of()).contains(place)).addAttribute("done", sample.done(coder))
                .addAttribute("said", said).addAttribute("groups", CodeGroup.all(coded.codebook(call)))
                .addAttribute("statuses", Status.values()).addAttribute("outcomes", Outcome.values());
        return "blind";
    }

    /**
     * Keeps what the coder says and goes on to the next passage.
     *
     * @param code short names of the codes put
     * @param none pressed to say that no code fits
     */
    @PostMapping("/samples/{id}/passages/{place}")
    String code(@PathVariable long id, @PathVariable int place, @RequestParam(required = false) @Nullable List<String> code,
            @RequestParam(required = false) @Nullable String none, HttpServletRequest request, Principal principal, RedirectAttributes next) {
        Call call = calls.current();
        Actor coder = new Actor(principal.getName());
        Sample mine = samples.find(call, id).filter(sample -> sample.coders().contains(coder) && sample.passages().containsKey(place))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (mine.isComplete()) {
            next.addFlashAttribute("fault", COMPLETE);
            return "redirect:/samples/%d".formatted(id);
        }
        if (none != null && code != null) {
            next.addFlashAttribute("fault", "Nothing was kept: you ticked a code and said that none fits. Take the ticks away, or keep them.");
            return "redirect:/samples/%d/passages/%d".formatted(id, place);
        }
        List<BlindCode> codes = new ArrayList<>();
        for (String one : code == null ? List.<String>of() : code.stream().distinct().toList()) {
            Code known = CodeGroup.find(coded.codebook(call), one).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
            codes.add(new BlindCode(known.id(), chosen(request, "status-" + one, Status.class, Status.IN_PLACE), chosen(request, "outcome-" + one, Outcome.class, Outcome.NONE)));
        }
        if (none == null && codes.isEmpty()) {
            next.addFlashAttribute("fault", "Nothing was kept: please tick a code, or say that none fits.");
            return "redirect:/samples/%d/passages/%d".formatted(id, place);
        }
        if (!samples.code(call, id, place, codes, coder)) {
            next.addFlashAttribute("fault", COMPLETE);
            return "redirect:/samples/%d".formatted(id);
        }
        Optional<Integer> following = samples.find(call, id).flatMap(sample -> sample.next(coder, place));
        return following.map(to -> "redirect:/samples/%d/passages/%d".formatted(id, to)).orElse("redirect:/samples/%d".formatted(id));
    }

    private Sample own(Call call, long id, int place, Actor coder) {
        return samples.find(call, id).filter(sample -> sample.coders().contains(coder) && !sample.isComplete() && sample.passages().containsKey(place))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static <E extends Enum<E>> E chosen(HttpServletRequest request, String name, Class<E> type, E otherwise) {
        String value = request.getParameter(name);
        return value == null ? otherwise : Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(value)).findFirst().orElse(otherwise);
    }
}
