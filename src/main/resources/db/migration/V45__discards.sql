-- A discard is written before the letter is taken away, and what became of it afterwards: the record claims nothing that
-- did not happen. Whatever has no outcome yet, because the hub ended in between, gets one once the broker is asked.
alter table discarded_letter
  add column letter text, -- the broker's id of it
  add column outcome text check (outcome in ('discarded', 'stayed', 'gone', 'unknown')),
  add column outcome_at timestamptz,
  add check ((outcome is null) = (outcome_at is null));

comment on column discarded_letter.outcome is
  'stayed: it is in its queue; gone: it is not, and perhaps somebody else took or sent it; unknown: of an earlier version';

update discarded_letter set outcome = 'unknown', outcome_at = now();

create index discarded_letter_open on discarded_letter (id) where outcome is null;

grant update (outcome, outcome_at) on discarded_letter to kapu_app;
