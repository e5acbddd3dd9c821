package dev.kapu.registry;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A statement in one fixed text for each scope, so that the server keeps its plan. */
final class ScopedSql {
    private final Map<Scope, String> texts;

    /**
     * @param id the ID in question, see {@link ScopeCondition#idInReach}
     * @param sql makes the statement from the expression to compare with
     */
    ScopedSql(String id, UnaryOperator<String> sql) {
        this.texts = Arrays.stream(Scope.values())
                .collect(toUnmodifiableMap(scope -> scope, scope -> sql.apply(ScopeCondition.idInReach(scope, id))));
    }

    String in(Reach reach) {
        return Objects.requireNonNull(texts.get(reach.scope()));
    }
}
