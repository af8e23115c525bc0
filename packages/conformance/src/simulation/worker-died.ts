/** A worker is gone in the middle of its work: what it had taken stays taken until its lease ends. */
export const WORKER_DIED = new Error('the worker is gone')
