package dev.kapu.start;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** A process that starts a database, commits a row, and waits to be killed. */
final class KilledHub {
    private KilledHub() {}

    public static void main(String[] arguments) throws InterruptedException {
        var data = DataDirectory.open(Path.of(arguments[0]), DataSize.ofBytes(1));
        var server = EmbeddedDatabase.start(data, 0, Map.of("shared_buffers", "16MB"));
        var database = JdbcClient.create(server.asSuperuser("postgres"));
        database.sql("create table kept (id int)").update();
        database.sql("insert into kept values (1)").update();
        System.out.println("committed");
        Thread.currentThread().join();
    }
}
