-- The last day before the hub withdraws a card, or refuses a request, whose ground has ended (ADR 45); null while it stands.
alter table card_request add column kept_until date;

update card_request
   set kept_until = entitled_until + case card_type when 'teacher' then 15 else 0 end
 where state = 'issued' and entitled_until is not null;

drop index card_request_entitled;
create index card_request_kept on card_request (kept_until) where state in ('requested', 'issued') and kept_until is not null;

grant update (kept_until) on card_request to kapu_app;
