-- What an office decided, the latest first: of all its applications by far the most, and only ever read a page at a time.
create index application_closed on application (office, decided_at desc, submitted_at desc)
    where state not in ('submitted', 'more_asked');
