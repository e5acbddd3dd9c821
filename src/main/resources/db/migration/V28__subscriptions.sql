-- Kinds of events that a partner does not want, of those that its grants cover: what is not here is wanted.
create table declined_event (
  partner text not null,
  kind text not null,
  since timestamptz not null default now(),
  primary key (partner, kind)
);

revoke all on declined_event from public;
grant select, insert, delete on declined_event to kapu_app;
