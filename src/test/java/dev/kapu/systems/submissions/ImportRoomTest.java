package dev.kapu.systems.submissions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import org.junit.jupiter.api.Test;

class ImportRoomTest {
    private static final long LARGE = 5_000_000;
    private static final long SMALL = 20_000;

    private final ImportRoom room = new ImportRoom();

    @Test
    void small_files_do_not_wait_for_large_ones_which_are_two_at_most() {
        room.enter("000001", LARGE);
        room.enter("000002", LARGE);

        assertThatThrownBy(() -> room.enter("000003", LARGE)).hasMessage(Fault.BUSY.code());
        assertThatCode(() -> room.enter("000003", SMALL)).doesNotThrowAnyException();

        room.leave("000001");
        assertThatCode(() -> room.enter("000004", LARGE)).doesNotThrowAnyException();
    }

    @Test
    void an_institution_has_one_place_whatever_the_size() {
        room.enter("000001", LARGE);

        assertThatThrownBy(() -> room.enter("000001", SMALL)).hasMessage(Fault.BUSY.code());
    }

    @Test
    void small_files_cannot_take_all_connections() {
        for (int school = 0; school < 6; school++) {
            room.enter("00001" + school, SMALL);
        }

        assertThatThrownBy(() -> room.enter("000020", SMALL)).hasMessage(Fault.BUSY.code());
    }
}
