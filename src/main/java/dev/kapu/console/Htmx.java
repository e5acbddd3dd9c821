package dev.kapu.console;

import jakarta.servlet.http.HttpServletRequest;

final class Htmx {
    private Htmx() {}

    static boolean asksForFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }
}
