/**
 * A synthetic registry, the same for the same size: for demonstrations, tests and measurements. A measurement that
 * needs pupils with the institution they attend, in random order, asks the database:
 *
 * <pre>{@code
 * select education_id, institution_code from kapu.affiliation
 *  where type = 'compulsory-student' and end_date is null
 *  order by hashint8(education_id) limit 10000
 * }</pre>
 */
@NamedInterface("seed")
@NullMarked
package dev.kapu.registry.seed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
