package dev.kapu.registry;

import java.util.UUID;

/** Who hears of it for the institutions that they represent hears of it for each of them, as often as that are several. */
public interface ToldToEach extends RegistryEvent {
    /** The same for one of {@link #institutions}. */
    RegistryEvent forInstitution(String institution, UUID eventId);
}
