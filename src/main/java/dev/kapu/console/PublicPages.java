package dev.kapu.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What everybody may see: where the pages are, and that something is no page. */
@Controller
class PublicPages implements ErrorController {
    @GetMapping("/")
    String addresses(HttpServletRequest request, Model model) {
        model.addAttribute("here", request.getRequestURI());
        return "addresses";
    }

    /** Whatever asks gets a page: programs talk with the services, which have answers of their own. */
    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value();
        response.setStatus(status);
        model.addAttribute("here", "/error");
        model.addAttribute("status", status);
        model.addAttribute("back", home(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))));
        return "error";
    }

    private static String home(String asked) {
        return Objects.equals(asked, "/institution") || asked.startsWith("/institution/")
                ? "institution"
                : asked.startsWith("/console") ? "console" : "";
    }
}
