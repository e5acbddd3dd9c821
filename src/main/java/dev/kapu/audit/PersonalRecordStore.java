package dev.kapu.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonalRecordStore {
    private final JdbcClient jdbc;

    PersonalRecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param before number of the last one of the page before; null for the first page */
    List<PersonalRecord> about(List<String> educationIds, @Nullable Long before, int limit) {
        return jdbc.sql("""
                select * from (
                    select d.*, outcome in ('REFUSED', 'FAILED') as in_vain from disclosure d
                     where d.id in (select disclosure_id from disclosure_person where education_id = any (:ids))
                    union all
                    select d.*, outcome in ('REFUSED', 'FAILED') from disclosure d
                     where d.id > (select id from disclosure_entered) and d.persons && :ids::text[]) mine
                 where cast(:before as bigint) is null
                    or (in_vain, -id) > ((select last.outcome in ('REFUSED', 'FAILED') from disclosure last
                                           where last.id = :before), -cast(:before as bigint))
                 order by in_vain, id desc
                 limit :limit""")
                .param("ids", educationIds.toArray(String[]::new))
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new PersonalRecord(row.getLong("id"), DisclosureStore.disclosure(row)))
                .list();
    }

    long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from disclosure")
                .query(Long.class)
                .single();
    }

    /**
     * One hub at a time; whoever finds another at it leaves it to that one.
     *
     * @return how many records were entered
     */
    int enter(long upto, int limit) {
        return jdbc.sql("""
                with mark as (select id from disclosure_entered for update skip locked),
                     batch as (select d.id, d.persons from disclosure d, mark
                                where d.id > mark.id and d.id <= :upto order by d.id limit :limit),
                     entered as (insert into disclosure_person
                                 select person, id from batch, unnest(persons) as person
                                 on conflict do nothing),
                     moved as (update disclosure_entered set id = (select max(id) from batch)
                                where exists (select from batch) and exists (select from mark))
                select count(*) from batch""")
                .param("upto", upto)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }
}
