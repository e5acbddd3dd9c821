-- Until when the holder is entitled to the card, as far as it can be foreseen; null while an affiliation lasts.
alter table card_request add column entitled_until date;
alter table card_request add column validated_on date;
comment on column card_request.validated_on is 'when an institution last validated it (yearly, until 31 October)';

create index card_request_entitled on card_request (entitled_until) where state = 'issued' and entitled_until is not null;
create index card_request_issued on card_request (education_id) where state = 'issued';

grant update (entitled_until, validated_on) on card_request to kapu_app;
