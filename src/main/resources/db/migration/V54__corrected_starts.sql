-- K11, K12: a start that was reported wrongly is corrected, or never was; the history keeps it. Frozen numbers stay.
grant update (type, start_date) on affiliation to kapu_app;

-- The hub may do this, and not delete by itself.
create function annul_affiliation(person bigint, institution text, kind text, started date) returns bigint
  language sql security definer set search_path = kapu, pg_temp as $$
  with gone as (
    delete from affiliation
     where education_id = person and institution_code = institution and type = kind and start_date = started
    returning 1)
  select count(*) from gone
$$;

revoke all on function annul_affiliation(bigint, text, text, date) from public;
grant execute on function annul_affiliation(bigint, text, text, date) to kapu_app;
