import { type Door, doorOf, SCOPE } from './doors.ts'

/** What is looked at of a package.json. */
export interface Manifest {
  readonly folder: string
  readonly name: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** Every way in which the manifests disagree with the table of doors, as sentences; none when the house is in order. */
export function manifestComplaints(manifests: readonly Manifest[]): string[] {
  return [...manifests.flatMap(complaintsOf), ...cycles(manifests)]
}

function complaintsOf(manifest: Manifest): string[] {
  const { folder, dependencies = {}, peerDependencies = {}, devDependencies = {} } = manifest
  const versions = Object.entries({ ...dependencies, ...devDependencies }).flatMap(
    ([name, version]) => versionComplaint(folder, name, version),
  )
  if (folder.startsWith('apps/')) return versions
  const door = doorOf(folder.replace('packages/', ''))
  if (door === undefined) return [`${folder} has no row in the table of doors`]
  const shipped = allowed(door.rooms, door.npm)
  const developing = [
    ...shipped,
    ...allowed(door.testRooms ?? [], door.devNpm ?? []),
    'vitest',
    'fast-check',
  ]
  const outside = [
    ...Object.keys({ ...dependencies, ...peerDependencies }).filter(
      (name) => !shipped.includes(name),
    ),
    ...Object.keys(devDependencies).filter((name) => !developing.includes(name)),
  ]
  return [...outside.map((name) => `${folder} declares ${name}, but ${door.because}`), ...versions]
}

function allowed(rooms: Door['rooms'], npm: Door['npm']): string[] {
  return [...rooms.map((room) => SCOPE + room), ...npm]
}

function versionComplaint(folder: string, name: string, version: string): string[] {
  const expected = name.startsWith(SCOPE) ? 'workspace:*' : 'catalog:'
  return version === expected ? [] : [`${folder} takes ${name} as ${version}, not ${expected}`]
}

function cycles(manifests: readonly Manifest[]): string[] {
  const found = new Set<string>()
  const byName = new Map(manifests.map((manifest) => [manifest.name, manifest]))
  const walk = (name: string, path: readonly string[]): void => {
    const manifest = byName.get(name)
    if (manifest === undefined) return
    if (path.includes(name)) {
      const cycle = path.slice(path.indexOf(name))
      // Named once, from its first name by the alphabet, however it was entered.
      const first = cycle.indexOf([...cycle].sort()[0] ?? name)
      const turned = [...cycle.slice(first), ...cycle.slice(0, first)]
      found.add(`a cycle of packages: ${[...turned, turned[0]].join(' → ')}`)
      return
    }
    const next = {
      ...manifest.dependencies,
      ...manifest.peerDependencies,
      ...manifest.devDependencies,
    }
    for (const dependency of Object.keys(next)) walk(dependency, [...path, name])
  }
  for (const { name } of manifests) walk(name, [])
  return [...found]
}
