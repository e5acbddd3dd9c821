-- K4: a published result is put right by a decision. Nothing is overwritten: what was published before stays.
alter table admission_result
  add column version   integer not null default 1 check (version > 0),
  add column reference text, -- of the document in which the correction was decided
  add column reason    text,
  drop constraint admission_result_pkey,
  add primary key (sheet, version),
  add check ((version = 1) = (reference is null) and (version = 1) = (reason is null));

alter table admission_result alter column version drop default;
