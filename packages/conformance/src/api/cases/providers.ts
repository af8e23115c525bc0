import { group } from '../case.ts'

/** The ways to the rail. */
export const providerCases = group('providers', {
  'A test key reaches the simulator, which says what it can do and by which numbers': async ({
    api,
    expect,
  }) => {
    const { data } = await api.ok('providers.list')
    expect(data.length).toBe(1)
    expect(data[0]).toMatchObject({
      object: 'provider',
      id: 'simulator',
      mode: 'test',
      healthy: true,
      policy: { attempts_max: 4, attempt_spacing_minutes: 60, pin_expiry_minutes: 30 },
    })
    for (const word of ['mandate.intent', 'presentation.instant', 'vpa.lookup'])
      expect(data[0]?.supports).toContain(word)
  },
})
