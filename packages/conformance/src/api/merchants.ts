/** The two merchants of a session. Their names and categories stand in links and rules, so hosts make them alike. */
export const CONFORMANCE_MERCHANTS = {
  merchant: {
    name: 'Lakshmi Cooperative Society',
    payee_vpa: 'lakshmi@okbank',
    mcc: '5411',
    approved_mccs: ['5411', '6211', '6012', '7322'],
    approved_exemptions: ['fastag'],
  },
  other: {
    name: 'Ganesh Microfinance',
    payee_vpa: 'ganesh@okbank',
    mcc: '5411',
    approved_mccs: ['5411', '6211'],
    approved_exemptions: [],
  },
} as const
