-- An event at which the hub itself fails stands aside after some attempts: a letter without its content lies among the
-- partner's dead letters, and the event stays here until it is sent again.
alter table outbox
    add column own_failures integer not null default 0,
    add column buried_at timestamptz;

comment on column outbox.own_failures is 'attempts at which the hub failed at this very event, since it was last sent again';
comment on column outbox.buried_at is 'since when it is a dead letter, and holds up nobody';

drop index outbox_of_person;
drop index outbox_due;
create index outbox_of_person on outbox (partner, subject, id) where buried_at is null;
create index outbox_due on outbox (partner, next_attempt_at, id) where buried_at is null;
