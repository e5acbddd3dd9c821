-- K13: a report is late or not by the day on which it came, however long the Office took. What runs later says in its
-- transaction's settings when that was; otherwise it is now. Rows from before have null in the history: reported then.
alter table history add column reported_at timestamptz;
alter table history alter column reported_at
  set default nullif(current_setting('kapu.reported_at', true), '')::timestamptz;
comment on column history.reported_at is 'when it was reported, if not at once';

alter table affiliation alter column reported_at
  set default coalesce(nullif(current_setting('kapu.reported_at', true), '')::timestamptz, now());

alter table review add column reported_at timestamptz;
alter table review alter column reported_at
  set default nullif(current_setting('kapu.reported_at', true), '')::timestamptz;
comment on column review.reported_at is 'when it was reported, if not when the review was opened';

create index history_amended_reported on history (institution, (coalesce(reported_at, at)))
  where kind in ('amended', 'affiliation-changed');
drop index history_amended;

-- K15: by when the data of who came back after long must be amended; null if a check is enough.
alter table affiliation add column amend_by date;
create index affiliation_amend_by on affiliation (institution_code, amend_by) where amend_by is not null;

-- K12: the institution changes hours, grade and site of its own affiliations.
grant update (weekly_hours, grade, site_serial) on affiliation to kapu_app;

-- An affiliation that was announced and not begun can be taken back; the history keeps it. The hub may do this, and not
-- delete by itself.
create function cancel_affiliation(person bigint, institution text, kind text, today date) returns bigint
  language sql security definer set search_path = kapu, pg_temp as $$
  with gone as (
    delete from affiliation
     where education_id = person and institution_code = institution and type = kind
       and start_date > today and end_date is null
    returning 1)
  select count(*) from gone
$$;

revoke all on function cancel_affiliation(bigint, text, text, date) from public;
grant execute on function cancel_affiliation(bigint, text, text, date) to kapu_app;

-- K7: settlements are read from a list. Those near which it is not yet settled anew who answers are marked.
alter table place add column changed_at timestamptz;
create index place_changed on place (changed_at) where changed_at is not null;
grant update (latitude, longitude, changed_at) on place to kapu_app;
