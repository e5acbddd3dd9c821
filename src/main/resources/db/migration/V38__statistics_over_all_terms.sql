-- A number of a term is judged by all terms before (ADR 29). Who was in the same cells at all of them has the same number
-- (past); 0 was never counted before; null is not followed: one of few with the same past, or counted before this was
-- kept. next_past is theirs from this term on, and no other term's.
alter table statistics_latest add column past integer;
alter table statistics_cell add column past integer, add column next_past integer;
drop index statistics_cell_once;
create unique index statistics_cell_once on statistics_cell (term, cell, cell_before, past) nulls not distinct;

-- Who was counted once and is not there any more, and with whom they were always together. Some are back: then their row
-- says how it was before. No operation reads it.
create table statistics_gone (
  education_id bigint primary key,
  past integer
);

-- How many are still away of those with the same past of whom some are back at the term.
create table statistics_absent (
  term date not null references statistics_term,
  past integer not null,
  persons integer not null check (persons > 0),
  primary key (term, past)
);

revoke all on statistics_gone, statistics_absent from public;
grant select, insert, update on statistics_gone to kapu_app;
grant select, insert on statistics_absent to kapu_app;
