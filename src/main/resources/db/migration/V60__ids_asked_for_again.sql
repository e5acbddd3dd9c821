-- K2: an ID is asked for again for the same person: the earlier request is answered, and the papers named last count.
grant update (papers) on education_id_request to kapu_app;
create index education_id_request_person on education_id_request (education_id) where education_id is not null;
