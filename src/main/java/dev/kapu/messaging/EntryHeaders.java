package dev.kapu.messaging;

import org.apache.camel.component.jms.JmsHeaderFilterStrategy;

/** Headers by which Camel or the hub could be steered do not come in by a message, nor go out with one. */
final class EntryHeaders extends JmsHeaderFilterStrategy {
    private static final String[] OURS = {"camel", "kapu", "org.apache.camel", "org_dot_apache_dot_camel", "breadcrumb"
    };

    EntryHeaders() {
        setLowerCase(true);
        setInFilterStartsWith(OURS);
        setOutFilterStartsWith(OURS);
    }
}
