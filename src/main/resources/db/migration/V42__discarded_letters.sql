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
