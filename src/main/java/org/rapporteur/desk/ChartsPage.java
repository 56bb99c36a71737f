package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.rapporteur.call.Calls;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** {@code /charts}: numbers as pictures and as tables; {@code /charts/themes.svg}: one of the pictures. */
@Controller
class ChartsPage {

    private final Calls calls;
    private final Charts charts;

    ChartsPage(Calls calls, Charts charts) {
        this.calls = calls;
        this.charts = charts;
    }

    @GetMapping("/charts")
    String charts(HttpServletRequest request, Model model) {
        model.addAttribute("charts", charts.of(calls.current(), Visitor.of(request)));
        return "charts";
    }

    @GetMapping("/charts/{key}.svg")
    ResponseEntity<byte[]> picture(@PathVariable String key, HttpServletRequest request) {
        Chart chart = charts.of(calls.current(), Visitor.of(request)).stream().filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(MediaType.valueOf("image/svg+xml"))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox").body(ChartPicture.svg(chart).getBytes(StandardCharsets.UTF_8));
    }
}
