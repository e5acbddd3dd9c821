-- Dead letters that an administrator has discarded: who did, when, and what the letter said of itself. Never its body.
create table discarded_letter (
  id         bigint generated always as identity primary key,
  at         timestamptz not null default now(),
  by         text not null,
  queue      text not null,
  origin     text not null,
  reason     text not null,
  place      text, -- the element or header at fault
  message_id text, -- the sender's
  sent_at    timestamptz not null
);

revoke all on discarded_letter from public;
grant select, insert on discarded_letter to kapu_app;

-- A partner gives the id of its message. Every request writes a record: an index of each id in order would cost each of
-- them; this one says only in which blocks an id may be.
create index disclosure_message on disclosure using brin (message_id text_bloom_ops) with (autosummarize = on);
