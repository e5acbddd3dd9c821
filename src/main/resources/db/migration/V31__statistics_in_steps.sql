-- Statistics are counted in steps: persons first, each with the group they are in, and a term is one only when all are
-- counted. So this table holds who was where at the latest term, and beside it what is counted of the next one so far.
alter table statistics_latest drop constraint statistics_latest_term_fkey;
alter table statistics_latest add column sex text, add column outcome text, add column cell_before integer;
update statistics_latest l set sex = c.sex, outcome = c.outcome
  from (select distinct term, cell, sex, outcome from statistics_cell) c
 where c.term = l.term and c.cell = l.cell;
alter table statistics_latest alter column sex set not null, alter column outcome set not null, drop column cell;
