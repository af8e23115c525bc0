import { expect, test } from 'vitest'
import { lookUpVpa } from './look-up-vpa.ts'

test.each([
  ['asha.patil@sim', { existence: 'exists', name: 'ASHA PATIL' }],
  ['insufficient_funds@sim', { existence: 'exists', name: 'INSUFFICIENT FUNDS' }],
  ['nobody@sim', { existence: 'absent', name: null }],
  ['asha@okaxis', { existence: 'unchecked', name: null }],
  ['no address', { existence: 'unchecked', name: null }],
])('of %s the simulated bank says %j', (vpa, found) => expect(lookUpVpa(vpa)).toEqual(found))
