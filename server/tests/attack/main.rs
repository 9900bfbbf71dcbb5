//! What a stranger could try, and what a colleague could: each attack is a test that fails when it succeeds.
//!
//! [`house`] is a portal over a folder, opened from within; [`process`] is the real program over such a folder;
//! [`browser`] talks to either; [`road`] is the road of a certificate as browsers send it;
//! [`small_disk`] a disk that fills up or loses its power. Everything else is an attack:
//!
//! | module | what is tried |
//! |---|---|
//! | [`matrix`] | every address as everybody |
//! | [`stolen`] | a copy of all that is stored |
//! | [`killing`], [`power`] | the process killed, and the power cut, while people work |
//! | [`backup`] | a backup made under load, brought back, damaged |
//! | [`tampering`] | the history rewritten by somebody who owns the database |
//! | [`sign_in`], [`session`] | codes guessed and flooded, sessions stolen |
//! | [`other_site`] | forms sent by another site |
//! | [`shown`] | certificates forged, borrowed and shown too late |
//! | [`hostile`] | text that wants to be markup |
//! | [`upload`] | files that are too large, too dense or broken |
//! | [`disk`] | no room on the disk, two servers on one file |
//! | [`injection`] | SQL in every field |
//! | [`noise`] | random requests to every address |
//!
//! With all other tests they run in a short form. `make attack` runs them against the release, with more rounds
//! (`XINJU_ATTACK_ROUNDS`) and longer walks (`XINJU_ATTACK_STEPS`). `XINJU_SERVER` names another program to attack than the
//! one built with the tests. Two need the right to mount a file system, and say so where they have not got it.

mod backup;
mod browser;
mod disk;
mod hostile;
mod house;
mod injection;
mod killing;
mod matrix;
mod noise;
mod other_site;
mod power;
mod process;
mod road;
mod routes;
mod session;
mod shown;
mod sign_in;
mod small_disk;
mod stolen;
mod tampering;
mod upload;
