package dev.kapu.demo;

import java.io.IOException;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the scenes at their hours, day after day; the nights are left out. A scene that fails does not stop the day. */
final class Day implements Runnable {
    static final LocalTime DAWN = LocalTime.of(6, 30);
    static final LocalTime DUSK = LocalTime.of(18, 30);

    private static final Logger log = LoggerFactory.getLogger(Day.class);

    private final List<Scene> scenes;
    private final Speed speed;
    private final Consumer<String> told;
    private volatile boolean stopping;

    /**
     * @param scenes in the order of their hours
     * @param told each line that the log gets of a scene
     */
    Day(List<Scene> scenes, Speed speed, Consumer<String> told) {
        this.scenes = scenes;
        this.speed = speed;
        this.told = told;
    }

    /** What fails from now on is no news. The thread must be interrupted besides. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        try {
            for (int day = 1; !isOver(); day++) {
                once(day);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** A slow scene makes the next ones late; none is left out. */
    void once(int day) throws InterruptedException {
        long dawn = System.nanoTime();
        log.info(
                "{} Day {} of the simulated landscape: {} seconds until {} (kapu.demo.speed)",
                DAWN,
                day,
                speed.between(DAWN, DUSK).toSeconds(),
                DUSK);
        for (var scene : scenes) {
            waitUntil(dawn, scene.at());
            play(scene);
            if (isOver()) {
                return;
            }
        }
        waitUntil(dawn, DUSK);
    }

    private boolean isOver() {
        return stopping || Thread.currentThread().isInterrupted();
    }

    private void waitUntil(long dawn, LocalTime hour) throws InterruptedException {
        long left = dawn + speed.between(DAWN, hour).toNanos() - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    private void play(Scene scene) throws InterruptedException {
        try {
            var line = "%s %s: %s"
                    .formatted(scene.at(), scene.title(), scene.story().play());
            log.info("{}", line);
            told.accept(line);
        } catch (Setback setback) {
            say(scene, String.valueOf(setback.getMessage()));
        } catch (IOException | RuntimeException failed) {
            // The text of others' exceptions may quote a message.
            say(scene, failed.getClass().getSimpleName());
        }
    }

    private void say(Scene scene, String why) {
        if (!stopping) {
            var line = "%s %s: not to its end. %s".formatted(scene.at(), scene.title(), why);
            log.warn("{}", line);
            told.accept(line);
        }
    }
}
