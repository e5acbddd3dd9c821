/** School-leaving exams (S5): candidates, and the documents of one person for life (K4). */
@ApplicationModule(allowedDependencies = {"fault", "registry", "registry :: *", "scope"})
@NullMarked
package dev.kapu.exams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
