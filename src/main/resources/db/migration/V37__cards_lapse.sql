-- The last valid day of which it was told that it is over: once for each validation that was missed.
alter table card_request add column lapse_told date;

create index card_request_lapsing on card_request (valid_until)
 where state = 'issued' and lapse_told is distinct from valid_until;

grant update (lapse_told) on card_request to kapu_app;

-- The card office hears of ends only of those for whom a card was asked for. What had it waiting goes as before.
update outbox set standing = standing || '{cardholders}' where kind = 'affiliationEnded';

-- Cards reported as valid for longer than a year would never have lapsed.
update card_request c
   set valid_until = lapses.until
  from (select id, greatest(issued_on, make_date(
                 extract(year from coalesce(validated_on, issued_on))::int
                   + case when extract(month from coalesce(validated_on, issued_on)) >= 9 then 1 else 0 end, 10, 31)) as until
          from card_request where state = 'issued') lapses
 where lapses.id = c.id and c.valid_until > lapses.until;

-- What was over before anybody was told of such is no news.
update card_request set lapse_told = valid_until where state = 'issued' and valid_until < current_date;
