-- K4, K24: who takes part in a procedure is, from its first to its last day, in reach of whoever runs it.
create table participation (
  education_id bigint not null,
  procedure text not null check (procedure in ('secondary-admission', 'higher-education-admission', 'exam')),
  starts date not null,
  ends date not null,
  primary key (education_id, procedure, starts),
  check (ends >= starts)
);

revoke all on participation from public;
grant select, insert, update, delete on participation to kapu_app;

-- K1: a merger takes it along.
create function participation_follows() returns trigger
  language plpgsql security definer set search_path = kapu, pg_temp as $$
begin
  insert into participation (education_id, procedure, starts, ends)
  select new.survivor, procedure, starts, ends from participation where education_id = new.education_id
      on conflict (education_id, procedure, starts) do update set ends = greatest(participation.ends, excluded.ends);
  delete from participation where education_id = new.education_id;
  return null;
end $$;

create trigger participation_follows after insert on retired_id
  for each row execute function participation_follows();
