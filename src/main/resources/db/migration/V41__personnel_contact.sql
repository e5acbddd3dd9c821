-- How the personnel module answers as a whole, whichever node asks it; of each institution personnel_comparison says it.
create table personnel_contact (
  one          boolean primary key default true check (one),
  answered_at  timestamptz,
  failure      text check (failure in ('unreachable', 'too-slow', 'unreadable', 'other-institution')), -- the latest
  failed_at    timestamptz,
  silent_since timestamptz, -- null: it answers
  peace_until  timestamptz,
  check ((failure is null) = (failed_at is null))
);

revoke all on personnel_contact from public;
grant select, insert, update on personnel_contact to kapu_app;
