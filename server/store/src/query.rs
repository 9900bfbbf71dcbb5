//! The private macros that run one query text on whichever engine the transaction belongs to.

/// Names a feature's queries and lists them in `QUERIES` for the test that prepares each on both engines.
macro_rules! queries {
    ($($(#[$meta:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$meta])* const $name: &str = $sql;)*
        pub(crate) const QUERIES: &[(&str, &str)] = &[$((concat!(module_path!(), "::", stringify!($name)), $name)),*];
    };
}

/// Runs `$body` with `$connection` bound to the driver's connection, or `$reading` where the transaction is one of ours.
macro_rules! on {
    ($tx:expr, $reads:ident => $reading:expr, $connection:ident => $body:expr) => {
        match $tx.engine() {
            crate::transaction::Engine::SqliteReading($reads) => $reading,
            crate::transaction::Engine::Sqlite($connection) => {
                let $connection = &mut **$connection;
                crate::transaction::in_time($body).await
            }
            crate::transaction::Engine::Postgres($connection) => {
                let $connection = &mut **$connection;
                crate::transaction::in_time($body).await
            }
        }
    };
}

/// One row as `$row`, or none.
macro_rules! fetch_optional {
    ($tx:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        on!(
            $tx,
            reading => reading.optional::<$row>($sql, &[$(&$value),*]),
            c => sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_optional(c)
        )
    };
}

/// All rows as `$row`.
macro_rules! fetch_all {
    ($tx:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        on!(
            $tx,
            reading => reading.all::<$row>($sql, &[$(&$value),*]),
            c => sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_all(c)
        )
    };
}

/// Exactly one row as `$row`.
macro_rules! fetch_one {
    ($tx:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        on!(
            $tx,
            reading => reading
                .optional::<$row>($sql, &[$(&$value),*])
                .and_then(|row| row.ok_or(crate::StoreError::Database(sqlx::Error::RowNotFound))),
            c => sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_one(c)
        )
    };
}

/// The number of rows that a statement changed.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        match $tx.engine() {
            crate::transaction::Engine::SqliteReading(_) => Err(crate::StoreError::NotForThis),
            crate::transaction::Engine::Sqlite(c) => {
                crate::transaction::in_time(sqlx::query($sql)$(.bind($value))*.execute(&mut **c))
                    .await
                    .map(|done| done.rows_affected())
            }
            crate::transaction::Engine::Postgres(c) => {
                crate::transaction::in_time(sqlx::query($sql)$(.bind($value))*.execute(&mut **c))
                    .await
                    .map(|done| done.rows_affected())
            }
        }
    };
}
