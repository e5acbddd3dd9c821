-- The card office's list of requests that wait, in pages, the oldest first.
create index card_request_waiting on card_request (requested_at, id) where state = 'requested';
