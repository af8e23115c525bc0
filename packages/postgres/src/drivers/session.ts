/**
 * What every connection is told first. All our statements look rows up by key, but a planner without statistics (a new
 * database, or PGlite, which never gathers any) takes merchant and mode to be selective and would rather scan and hash
 * all that a merchant owns. Commits wait ten seconds for each other at most.
 */
export const SESSION = `
set enable_seqscan = off;
set enable_bitmapscan = off;
set enable_hashjoin = off;
set enable_mergejoin = off;
set enable_material = off;
set enable_memoize = off;
set jit = off;
set lock_timeout = '10s';
`
