package dev.kapu.personnel;

import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps how the module answers, and raises the alarm once when it has gone silent, whichever node notices. */
@Component
public class ModuleContacts {
    private static final Logger log = LoggerFactory.getLogger(ModuleContacts.class);

    private final ModuleContactStore store;
    private final PersonnelProperties properties;

    ModuleContacts(ModuleContactStore store, PersonnelProperties properties) {
        this.store = store;
        this.properties = properties;
    }

    /** Empty if it was never asked. */
    public Optional<ModuleContact> latest() {
        return store.find();
    }

    /** Where it is asked, without credentials; null: nowhere. */
    public @Nullable String address() {
        var address = properties.address();
        return address == null ? null : withoutUser(address);
    }

    void answered(Instant now) {
        if (store.answered(now)) {
            log.info("The personnel module answers again");
        }
    }

    void failed(Failed failed, Instant now) {
        store.failed(failed.cause(), now, failed.peaceUntil());
        if (failed.failure() == Failure.NOT_ASKED) {
            silent(failed.cause(), now);
        }
    }

    /** Not one institution had an answer. */
    void nobodyAnswered(Instant now) {
        store.find().flatMap(contact -> Optional.ofNullable(contact.failure())).ifPresent(word -> {
            silent(Failure.ofWord(word), now);
        });
    }

    private void silent(Failure cause, Instant now) {
        if (store.silent(now)) {
            log.error("ALARM personnel module does not answer at {}: {}", address(), cause.word());
        }
    }

    private static String withoutUser(URI address) {
        var userInfo = address.getRawUserInfo();
        return userInfo == null ? address.toString() : address.toString().replace(userInfo + "@", "");
    }
}
