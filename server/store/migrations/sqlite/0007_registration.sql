-- What an officer's scanner tells: number, time and verdict, never claims.
create table scan (
    id blob not null primary key,
    office text not null references office (code),
    region text not null,
    officer blob not null,
    certificate blob,
    account blob,
    number text not null,
    replay_id blob not null,
    verdict text not null,
    scanned_at integer not null,
    arrived_at integer not null
) strict;
create unique index scan_once on scan (office, officer, replay_id);
create index scan_account on scan (account, scanned_at);

create table registration (
    id blob not null primary key,
    office text not null references office (code),
    region text not null,
    officer blob not null,
    entry blob not null references register_entry (id),
    certificate blob not null references certificate (id),
    account blob,
    idempotency_key text not null unique,
    replay_id blob not null unique,
    kind text not null,
    address blob,
    scanned_at integer not null,
    registered_at integer not null,
    late integer not null,
    challenged integer not null
) strict;
create index registration_office on registration (office, registered_at);
create index registration_account on registration (account);

create table notice (
    id blob not null primary key,
    office text not null references office (code),
    region text not null,
    registration blob not null references registration (id),
    account blob,
    content blob not null,
    due_on integer not null,
    sent_at integer not null,
    completed_at integer
) strict;
create index notice_account on notice (account, sent_at);
create index notice_office on notice (office, sent_at);

-- What the home office is told.
create table report (
    id blob not null primary key,
    office text not null references office (code),
    region text not null,
    from_office text not null,
    kind text not null,
    registration blob references registration (id),
    sent_at integer not null,
    due_on integer not null,
    read_at integer,
    read_by blob
) strict;
create index report_office on report (office, sent_at);
create unique index report_once on report (registration, kind);

-- Wrong digits typed from a card, counted for each paper: it is known by the hash of what was signed.
create table paper_try (
    replay_id blob not null primary key,
    office text not null,
    region text not null,
    tries integer not null,
    tried_at integer not null
) strict;
