-- Student cards outlive the last day of the entitlement as teacher cards do (ADR 45).
update card_request
   set kept_until = entitled_until + 15
 where state = 'issued' and card_type = 'student' and entitled_until is not null;
