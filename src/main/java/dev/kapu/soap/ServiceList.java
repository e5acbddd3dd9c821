package dev.kapu.soap;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page {@code /services}: what there is, what it is for, and where its description lies. */
@Controller
class ServiceList {
    static final String PATH = "/services";

    private final List<Described> services;

    ServiceList(WsdlContracts contracts) {
        services = contracts.services().stream()
                .map(service -> Described.read(service.wsdl()))
                .sorted(Comparator.comparing(Described::name))
                .toList();
    }

    @GetMapping(PATH + "/")
    String withoutSlash() {
        return "redirect:" + PATH;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("here", PATH);
        model.addAttribute(
                "base",
                ServletUriComponentsBuilder.fromCurrentContextPath().path(PATH).toUriString());
        model.addAttribute("services", services);
        return "services";
    }
}
