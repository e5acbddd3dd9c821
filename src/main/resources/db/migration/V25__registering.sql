-- K2: under which keys persons are being registered or amended at this moment. Who comes second with a key waits for
-- the end of the first one's transaction, which takes its rows away: for others the table is always empty. Rows, not
-- advisory locks, because a list of many persons must not use up the server's table of locks, and one key more must not
-- make others wait. Nothing in it outlives a crash.
create unlogged table registering (
  key bigint primary key,
  held_by xid8 not null default pg_current_xact_id()
);

create index registering_held_by on registering (held_by);

revoke all on registering from public;
grant select, insert, delete on registering to kapu_app;
