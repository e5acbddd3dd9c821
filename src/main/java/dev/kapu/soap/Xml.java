package dev.kapu.soap;

import org.jspecify.annotations.Nullable;

/** Text as XML. */
final class Xml {
    private Xml() {}

    static void element(String name, @Nullable String text, StringBuilder xml) {
        if (text != null) {
            xml.append('<').append(name).append('>');
            escape(text, xml);
            xml.append("</").append(name).append('>');
        }
    }

    static void escape(String text, StringBuilder xml) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\r' -> xml.append("&#13;");
                default -> xml.append(c);
            }
        }
    }
}
