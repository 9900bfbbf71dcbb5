-- People: an account needs neither mail nor telephone. Personal text is sealed; what must be found has a keyed index.
create table account (
    id blob not null primary key,
    region text not null default '',
    handle blob not null unique,
    name blob,
    locale text,
    state text not null,
    opened_by blob,
    opened_office text,
    recovery_index blob,
    recovery_hash blob,
    recovery_made_at integer,
    created_at integer not null,
    deleted_at integer
) strict;

create index account_recovery on account (recovery_index);

-- A way back in with the recovery card: it waits, can be stopped, and then works once.
create table recovery (
    id blob not null primary key,
    account blob not null references account (id),
    started_at integer not null,
    ready_at integer not null,
    ends_at integer not null,
    stopped_at integer,
    used_at integer
) strict;
create unique index recovery_open on recovery (account) where stopped_at is null and used_at is null;

create table contact (
    id blob not null primary key,
    account blob not null references account (id),
    kind text not null,
    address blob not null,
    address_index blob not null unique,
    news integer not null default 1,
    confirmed_at integer,
    created_at integer not null
) strict;
create index contact_account on contact (account);

-- One ID number, one account: the index value is the only key, so the first claim wins on every engine.
create table id_claim (
    id_index blob not null primary key,
    account blob not null,
    claimed_at integer not null
) strict;

create table dispute (
    id blob not null primary key,
    office text not null,
    region text not null,
    id_index blob not null,
    holder blob not null,
    claimant blob not null,
    state text not null,
    opened_at integer not null,
    taken_up_at integer,
    decided_at integer,
    decided_by blob,
    reason blob
) strict;
create index dispute_office on dispute (office, opened_at);
create unique index dispute_open on dispute (id_index, claimant) where decided_at is null;

create table session (
    token_hash blob not null primary key,
    account blob not null references account (id),
    strength text not null,
    device text not null,
    passkey blob,
    shared integer not null default 0,
    created_at integer not null,
    seen_at integer not null,
    proven_at integer,
    expires_at integer not null
) strict;
create index session_account on session (account);

create table passkey (
    id blob not null primary key,
    account blob not null references account (id),
    credential_id blob not null unique,
    credential text not null,
    name blob not null,
    created_at integer not null,
    active_at integer not null,
    used_at integer
) strict;
create index passkey_account on passkey (account);

create table ceremony (
    id blob not null primary key,
    kind text not null,
    account blob,
    state text not null,
    expires_at integer not null
) strict;

create table sign_in_code (
    flow_hash blob not null primary key,
    account blob,
    purpose text not null,
    kind text not null,
    address blob not null,
    address_index blob not null,
    code_mac blob not null,
    tries integer not null default 0,
    shared integer not null default 0,
    next_path text not null default '',
    created_at integer not null,
    expires_at integer not null,
    used_at integer
) strict;

-- Limits count here and not in a server's memory: with several servers, and over a restart, they stay the same. `whole_at`
-- is the moment at which the whole burst is allowed again.
create table attempt_count (
    subject blob not null primary key,
    whole_at integer not null
) strict;

create table consent (
    id blob not null primary key,
    account blob not null references account (id),
    kind text not null,
    version integer not null,
    given_at integer not null,
    withdrawn_at integer
) strict;
create unique index consent_current on consent (account, kind) where withdrawn_at is null;

-- A refused form with everything that was typed, kept for an hour so that nobody types it twice.
create table refused_form (
    token_hash blob not null primary key,
    account blob,
    body blob not null,
    expires_at integer not null
) strict;

-- One-time links: they open a page with a button, and the button uses them up.
create table one_time_link (
    token_hash blob not null primary key,
    account blob not null references account (id),
    purpose text not null,
    subject text not null default '',
    created_at integer not null,
    expires_at integer not null,
    used_at integer
) strict;
