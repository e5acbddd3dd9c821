package dev.kapu.demo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Where partners hear of events. */
final class Postboxes {
    /** Who keeps institutions and so hears when one changes. */
    private static final List<String> HEARERS = List.of(
            IdCardOffice.NAME,
            SchoolProgram.NAME,
            AdmissionsCentre.NAME,
            ExamOffice.NAME,
            UniversityAdmissions.NAME,
            UniversityRegister.NAME,
            FundingControl.NAME,
            StatisticsOffice.NAME,
            PersonnelOffice.NAME,
            Cast.OFFICE);

    private final Wires wires;
    private final Function<String, QueueWire.Reader> readers;
    private final Map<String, Postbox> opened = new TreeMap<>();

    /** @param readers what a partner does with what it hears */
    Postboxes(Wires wires, Function<String, QueueWire.Reader> readers) {
        this.wires = wires;
        this.readers = readers;
    }

    /** Of everybody who hears of events. */
    Collection<Postbox> all() {
        return HEARERS.stream().map(this::of).toList();
    }

    /** The same one each time: what it has taken off the queue is nowhere else. */
    synchronized Postbox of(String partner) {
        return opened.computeIfAbsent(
                partner, name -> new Postbox(name, wires.byQueue(name, Postbox.queueOf(name)), readers.apply(name)));
    }
}
