export { SOURCES, type Source, type SourceKey } from '../generated/sources.ts'
