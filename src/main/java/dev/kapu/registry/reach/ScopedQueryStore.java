package dev.kapu.registry.reach;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** A query by one key within a reach, in one fixed text for each scope, so that the server keeps its plan. */
public final class ScopedQueryStore<T> {
    private final Map<Scope, String> texts;
    private final RowMapper<T> row;

    /**
     * @param id see {@link ScopeCondition#idInReach}
     * @param sql makes the text from the expression that the education ID must equal; the key is its first parameter
     */
    public ScopedQueryStore(String id, UnaryOperator<String> sql, RowMapper<T> row) {
        this.texts = Arrays.stream(Scope.values())
                .collect(toUnmodifiableMap(scope -> scope, scope -> sql.apply(ScopeCondition.idInReach(scope, id))));
        this.row = row;
    }

    public List<T> find(JdbcTemplate jdbc, Object key, Reach reach, LocalDate day) {
        return jdbc.query(
                Objects.requireNonNull(texts.get(reach.scope())),
                statement -> {
                    statement.setObject(1, key);
                    int next = 2;
                    for (var value : ScopeCondition.values(reach, day)) {
                        statement.setObject(next++, value);
                    }
                },
                row);
    }
}
