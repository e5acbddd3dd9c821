-- Of terms counted before V38 nobody's past was kept (ADR 39). Where none but the first two terms were counted so, the past
-- follows from them and is written now. Of more it does not: who was counted then is not followed, and hides nobody, and
-- whoever may have been counted and was gone by the last of them is no newcomer when they are back.
do $$
declare
  earliest date;
  latest date;
  terms integer;
  followed boolean;
begin
  -- What is counted of the next term so far starts from pasts that were not kept: it is counted anew.
  delete from statistics_latest l where not exists (select from statistics_term t where t.term = l.term);

  select min(term), max(term), count(*) into earliest, latest, terms from statistics_term;
  followed := exists (select from statistics_cell where past is not null);

  if not followed and (terms = 1
      or terms = 2
         and (select count(*) from statistics_latest
               where term = latest and cell_before is not null and outcome not in ('left', 'finished'))
           = (select coalesce(sum(persons), 0) from statistics_cell
               where term = latest and cell_before is not null and outcome not in ('left', 'finished'))) then
    update statistics_cell c set past = 0, next_past = numbered.number
      from (select cell, row_number() over (order by cell) as number from statistics_cell where term = earliest) numbered
     where c.term = earliest and c.cell = numbered.cell;
    if terms = 2 then
      update statistics_cell c set past = coalesce(b.next_past, 0)
        from statistics_cell n left join statistics_cell b on b.term = earliest and b.cell = n.cell_before
       where n.term = latest and c.term = latest and c.cell = n.cell
         and c.cell_before is not distinct from n.cell_before;
      update statistics_cell c set next_past = numbered.number
        from (select ctid as place,
                     (select max(next_past) from statistics_cell) + row_number() over (order by cell, past) as number
                from statistics_cell where term = latest) numbered
       where c.ctid = numbered.place;
    end if;
    update statistics_latest l
       set past = coalesce((select b.next_past from statistics_cell b
                             where terms = 2 and b.term = earliest and b.cell = l.cell_before), 0)
     where l.term = latest;
  end if;

  insert into statistics_gone (education_id, past)
  select id, null
    from (select education_id as id, created_at as since from person
           union
          select education_id, '-infinity' from retired_id) known
   where since <= (select t.taken_at from statistics_term t
                    where not exists (select from statistics_cell c where c.term = t.term and c.past is not null)
                       or (terms = 2 and not followed)
                    order by t.term desc offset 1 limit 1)
     and not exists (select from statistics_latest l
                      where l.term = latest and l.education_id = id and l.outcome not in ('left', 'finished'))
      on conflict do nothing;
end $$;
