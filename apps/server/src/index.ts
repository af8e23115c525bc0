export { type AppDeps, createApp } from './app.ts'
export { StartRefused } from './start-refused.ts'
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts'
