package dev.kapu.console;

import jakarta.servlet.http.HttpServletRequest;

/** Each page is whole at first and then asks for its living part again and again, at the same address. */
final class Htmx {
    private Htmx() {}

    static boolean asksForFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** The page, or the living part of it if that is asked for. */
    static String view(String page, HttpServletRequest request) {
        return page + (asksForFragment(request) ? " :: live" : "");
    }
}
