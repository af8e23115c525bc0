import { expect, test } from 'vitest'
import { isNamedVpa, MAGIC_VPAS, magicVerdict } from './magic-vpas.ts'

test('each magic address has its verdict, however it is written', () => {
  for (const { vpa, verdict } of MAGIC_VPAS)
    for (const written of [vpa, vpa.toUpperCase()]) {
      expect(magicVerdict(written, 1), written).toEqual(verdict)
      expect(isNamedVpa(written), written).toBe(true)
    }
})

test('any other address at sim succeeds, and names no outcome', () => {
  for (const vpa of ['asha@sim', 'asha@SIM'])
    expect([magicVerdict(vpa, 1), isNamedVpa(vpa)]).toEqual([
      { npci_code: null, told: 'clearly' },
      false,
    ])
})

test('addresses elsewhere, and nobody, have no magic', () => {
  for (const vpa of ['insufficient_funds@ybl', 'asha@notsim', null])
    expect([magicVerdict(vpa, 1), isNamedVpa(vpa)]).toEqual([null, false])
})

test('what happens once happens to the first attempt alone', () => {
  expect(magicVerdict('insufficient_funds_once@sim', 1)?.npci_code).toBe('Z9')
  expect(magicVerdict('insufficient_funds_once@sim', 2)?.npci_code).toBeNull()
})
