-- Work that happens after a transaction: mail, reminders, renewals. Written in the transaction that wants it, claimed
-- by a lease, safe to do twice.
create table job (
    id blob not null primary key,
    office text not null default '',
    kind text not null,
    unique_key text unique,
    payload blob not null,
    run_at integer not null,
    tries integer not null default 0,
    leased_until integer,
    last_error text,
    created_at integer not null,
    done_at integer,
    given_up_at integer
) strict;
create index job_due on job (run_at) where done_at is null and given_up_at is null;
