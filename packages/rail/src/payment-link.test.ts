import { expect, test } from 'vitest'
import { paymentLink } from './payment-link.ts'

const TERMS = {
  payment_id: 'pay_01',
  reference_id: 'fee-june/7',
  payee_vpa: 'school@upi',
  payee_name: 'A & B School',
  mcc: '8211',
  purpose: 'School fee = June',
  amount: 150_050,
  flow: 'intent',
} as const

test('a payment link carries what the payer pays, to whom and for what, as the rail writes it', () => {
  expect(paymentLink(TERMS)).toBe(
    'upi://pay?ver=01&mode=04&purpose=00&orgid=000000&pa=school%40upi&pn=A%20%26%20B%20School&mc=8211' +
      '&tn=School%20fee%20%3D%20June&tr=feejune7&tid=pay01000000000000000000000000000000&am=1500.50&cu=INR',
  )
})

test('the mode says how the payer comes to it', () => {
  expect(paymentLink(TERMS)).toContain('&mode=04&')
  expect(paymentLink({ ...TERMS, flow: 'qr' })).toContain('&mode=01&')
})
