package org.rapporteur.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jakarta.servlet.http.HttpServletResponse;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.call.Contact;
import org.rapporteur.country.Countries;
import org.rapporteur.intake.Intake;
import org.rapporteur.intake.Upload;
import org.rapporteur.intake.UploadLink;
import org.rapporteur.intake.UploadLinks;
import org.rapporteur.submission.Delivery;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /upload/{secret}}: the second door, open to whoever has the address, without a log-in and in the language of the country's contact. */
@Controller
class UploadPage {

    private static final int MOST_FILES = 20;
    private static final int LONGEST_TEXT = 20_000;

    private final UploadLinks links;
    private final UploadThrottle throttle;
    private final Calls calls;
    private final Intake intake;
    private final Path work;

    UploadPage(UploadLinks links, UploadThrottle throttle, Calls calls, Intake intake, @Qualifier("originalsFolder") Path originals) {
        this.links = links;
        this.throttle = throttle;
        this.calls = calls;
        this.intake = intake;
        this.work = originals.resolve(".work");
    }

    @GetMapping("/upload/{secret}")
    String form(@PathVariable String secret, Model model, HttpServletResponse response) {
        Optional<UploadLink> link = links.open(secret);
        Call call = link.map(open -> calls.get(open.call())).orElseGet(calls::current);
        Locale language = link.map(open -> language(call, open)).orElse(call.content().languages().getFirst());
        model.addAttribute("words", UploadWords.in(language)).addAttribute("language", language.toLanguageTag()).addAttribute("call", call.content())
                .addAttribute("secret", secret).addAttribute("open", link.isPresent())
                .addAttribute("country", link.map(open -> Countries.name(open.country(), language)).orElse(""));
        if (link.isEmpty()) {
            response.setStatus(404);
        } else if ("much".equals(model.getAttribute("fault"))) {
            response.setStatus(429);
        }
        return "upload";
    }

    @PostMapping("/upload/{secret}")
    String take(@PathVariable String secret, @RequestParam(defaultValue = "") String text, @RequestParam(required = false) List<MultipartFile> files,
            RedirectAttributes next) throws IOException {
        Optional<UploadLink> link = links.open(secret);
        List<MultipartFile> chosen = files == null ? List.of() : files.stream().filter(file -> !file.isEmpty()).limit(MOST_FILES + 1).toList();
        if (link.isPresent()) {
            Optional<String> fault = chosen.isEmpty() ? Optional.of("none") : chosen.size() > MOST_FILES ? Optional.of("many")
                    : throttle.takes(link.get().id()) ? Optional.empty() : Optional.of("much");
            if (fault.isPresent()) {
                next.addFlashAttribute("fault", fault.get());
            } else {
                Delivery delivery = keep(link.get(), chosen, text.substring(0, Math.min(LONGEST_TEXT, text.length())));
                next.addFlashAttribute("delivery", Map.of("id", delivery.id(), "names", delivery.subject(), "sha256", delivery.original().hex()));
            }
        }
        return "redirect:/upload/" + secret;
    }

    private Delivery keep(UploadLink link, List<MultipartFile> files, String text) throws IOException {
        Files.createDirectories(work);
        List<Upload.Chosen> chosen = new ArrayList<>();
        try {
            for (MultipartFile file : files) {
                Path copy = Files.createTempFile(work, "upload", null);
                chosen.add(new Upload.Chosen(file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), copy));
                file.transferTo(copy);
            }
            return intake.upload(calls.get(link.call()), link, new Upload(chosen, text));
        } finally {
            for (Upload.Chosen file : chosen) {
                Files.deleteIfExists(file.bytes());
            }
        }
    }

    private static Locale language(Call call, UploadLink link) {
        return call.contactOf(link.country()).map(Contact::language).orElse(call.content().languages().getFirst());
    }
}
