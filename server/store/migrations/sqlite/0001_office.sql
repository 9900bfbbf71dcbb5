-- Offices form the tree of region codes; staff rights are always a role at an office.
create table office (
    code text not null primary key,
    region text not null,
    name text not null,
    kind text not null,
    address text not null default '',
    phone text not null default '',
    valid_from integer not null,
    valid_until integer,
    on_portal integer not null default 1,
    created_at integer not null
) strict;
create index office_region on office (region);

create table staff (
    id blob not null primary key,
    office text not null references office (code),
    account blob not null,
    role text not null,
    since_at integer not null,
    until_at integer
) strict;
create unique index staff_current on staff (office, account, role) where until_at is null;
create index staff_account on staff (account);

create table staff_invitation (
    token_hash blob not null primary key,
    office text not null references office (code),
    role text not null,
    address blob not null,
    address_index blob not null,
    invited_by blob,
    created_at integer not null,
    expires_at integer not null,
    used_at integer
) strict;

-- What must never change under a running portal, such as the passkeys' domain.
create table fixture (
    name text not null primary key,
    value text not null
) strict;
