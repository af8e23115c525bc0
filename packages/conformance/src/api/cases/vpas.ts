import { group } from '../case.ts'

/** Addresses of payers, looked at before anything is asked of them. */
export const vpaCases = group('addresses', {
  'An address at the bank is told with its holder': async ({ api, expect }) => {
    expect(await api.ok('vpas.validate', { body: { vpa: 'asha.patil@sim' } })).toEqual({
      object: 'vpa_validation',
      vpa: 'asha.patil@sim',
      valid_form: true,
      handle: 'sim',
      handle_known: true,
      existence: 'exists',
      name: 'ASHA PATIL',
      warnings: [],
    })
  },

  'One that nobody holds is told as absent': async ({ api, expect }) => {
    const told = await api.ok('vpas.validate', { body: { vpa: 'nobody@sim' } })
    expect(told).toMatchObject({
      valid_form: true,
      existence: 'absent',
      name: null,
      warnings: [{ code: 'absent' }],
    })
  },

  'What the bank cannot tell stays unchecked': async ({ api, expect }) => {
    const apps = ['ybl', 'ibl', 'axl', 'okaxis', 'okhdfcbank', 'okicici', 'oksbi', 'paytm', 'apl']
    const banks = ['sbi', 'icici', 'hdfcbank', 'axisbank', 'pnb']
    for (const vpa of [...[...apps, ...banks].map((handle) => `asha@${handle}`), 'ASHA@HDFCBANK'])
      expect(await api.ok('vpas.validate', { body: { vpa } })).toMatchObject({
        vpa,
        valid_form: true,
        handle_known: true,
        existence: 'unchecked',
        name: null,
        warnings: [],
      })
  },

  'An unknown handle is a warning, never an error': async ({ api, expect }) => {
    const told = await api.ok('vpas.validate', { body: { vpa: 'asha@villagebank' } })
    expect(told).toMatchObject({
      valid_form: true,
      handle: 'villagebank',
      handle_known: false,
      warnings: [{ code: 'handle_unknown' }],
    })
  },

  'What has not the form is told as such': async ({ api, expect }) => {
    for (const vpa of ['asha', 'asha@', '@sim', 'asha@sim@sim', 'asha patil@sim', 'asha@5im'])
      expect(await api.ok('vpas.validate', { body: { vpa } }), vpa).toMatchObject({
        valid_form: false,
        handle: null,
        existence: 'unchecked',
        warnings: [{ code: 'malformed' }],
      })
    expect(await api.refused('vpas.validate', { body: {} })).toMatchObject({
      code: 'invalid_request',
      errors: [{ in: 'body', pointer: '/vpa', message: 'is required' }],
    })
  },
})
