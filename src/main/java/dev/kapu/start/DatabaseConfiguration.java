package dev.kapu.start;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    @Conditional(EmbeddedDatabaseWanted.class)
    EmbeddedDatabase embeddedDatabase(DataDirectory data, DatabaseProperties properties) {
        return EmbeddedDatabase.start(data, properties.port(), properties.settings());
    }

    @Bean
    Database database(ObjectProvider<EmbeddedDatabase> embedded, DatabaseProperties properties) {
        if (!properties.external()) {
            return Roles.prepare(embedded.getObject());
        }
        var database = Database.external(
                Objects.requireNonNull(properties.url()),
                new Database.Login(properties.username(), properties.password()),
                new Database.Login(properties.app().username(), properties.app().password()));
        warnOfReaders(database);
        return ExternalRoles.prepare(database);
    }

    static void warnOfReaders(Database database) {
        if (database.isReadableOnTheWay()) {
            log.warn(
                    "Persons' data and the hub's password may cross the network to the external database in clear text:"
                            + " kapu.database.url has neither ssl=true nor sslmode=verify-full");
        }
    }

    /** For migrations and nothing else. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(Database database) {
        return database.asOwner();
    }

    @Bean
    @Primary
    HikariDataSource dataSource(Database database, DatabaseProperties properties) {
        var config = new HikariConfig();
        config.setPoolName("kapu");
        config.setDataSource(database.asApp());
        config.setMaximumPoolSize(properties.poolSize());
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    /** For who keeps a connection of their own; same rights as the pool. */
    @Bean(defaultCandidate = false)
    @Qualifier("unpooled")
    DataSource unpooledDataSource(Database database) {
        return database.asApp();
    }
}
