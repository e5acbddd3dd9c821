package dev.kapu.gate;

import dev.kapu.access.Question;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The shapes of all contract types, worked out once. */
@Component
final class Shapes {
    private final Map<String, RequestShape> requests;
    private final Map<String, AnswerShape> answers;

    Shapes(Contracts contracts) {
        var operations = contracts.operations().stream().collect(Collectors.toMap(Operation::id, Function.identity()));
        requests = operations.values().stream()
                .collect(Collectors.toUnmodifiableMap(Operation::id, op -> RequestShape.of(op.request())));
        answers = operations.values().stream()
                .collect(Collectors.toUnmodifiableMap(Operation::id, op -> AnswerShape.ofWrapper(op.answer())));
    }

    RequestShape request(Operation operation) {
        return known(requests.get(operation.id()), operation);
    }

    AnswerShape answer(Operation operation) {
        return known(answers.get(operation.id()), operation);
    }

    Question question(Request request) {
        return new Question(
                request.partner(),
                request.operation().id(),
                request.headers().purpose(),
                request.headers().representedParty(),
                request(request.operation()).institutionCode(request.body()));
    }

    private static <T> T known(@Nullable T shape, Operation operation) {
        if (shape == null) {
            throw new IllegalArgumentException("no contract has " + operation.id());
        }
        return shape;
    }
}
