export { SOURCES, type SourceKey } from '../generated/sources.ts'
