package dev.kapu.access;

import java.util.List;

/** Why the policy in force would answer a question as it does, today. Counts towards no quota. */
public interface Explanation {
    /** Sentences in the order of the reasoning; the last is the verdict. */
    List<String> explain(Question question);
}
