import { destination, type Logger, pino } from 'pino'
import type { Config } from './config.ts'

/** Lines of JSON on standard error: standard output is for the person at the terminal. */
export function createLogger(level: Config['logLevel']): Logger {
  return pino({ level, base: null }, destination(2))
}
