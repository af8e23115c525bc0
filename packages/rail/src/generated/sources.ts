// Made from specs/sources by `pnpm specs`; edit those files instead.

/** What a rule, a code or a transition can cite: a file of specs/sources. */
export type SourceKey =
  | 'adyen'
  | 'assumption'
  | 'decentro-collect'
  | 'decentro-presentation'
  | 'ebanx-recurring'
  | 'juspay'
  | 'npci-codes'
  | 'npci-oc-125a'
  | 'npci-oc-149a'
  | 'npci-oc-151a'
  | 'npci-oc-182'
  | 'npci-oc-215a'
  | 'npci-oc-223'
  | 'razorpay-collect'
  | 'razorpay-tpap'
  | 'rbi-2020'
  | 'rbi-2020-12'
  | 'rbi-2022'
  | 'rbi-2024'
  | 'rbi-2026'
  | 'rbi-holidays'
  | 'setu'

/** A circular or page, as rules cite it. `date` is `YYYY-MM-DD`; null where none is known. */
export interface Source {
  readonly title: string
  readonly issuer: string
  readonly date: string | null
  readonly url: string | null
}

/** Every source by its key. */
export const SOURCES: Readonly<Record<SourceKey, Source>> = {
  'adyen': {
    title: 'UPI mandate: billing attempts rule',
    issuer: 'Adyen',
    date: null,
    url: null,
  },
  'assumption': {
    title: 'No source settles this',
    issuer: 'this project',
    date: null,
    url: null,
  },
  'decentro-collect': {
    title: 'UPI collect request (v3)',
    issuer: 'Decentro',
    date: '2026-04-27',
    url: 'https://docs.decentro.tech/reference/payments_v3-collectrequest',
  },
  'decentro-presentation': {
    title: 'UPI AutoPay: mandate, pre-debit notification, presentation (v3)',
    issuer: 'Decentro',
    date: '2026-05-28',
    url: 'https://docs.decentro.tech/reference/payments_api-upi-autopay-mandate-presentation',
  },
  'ebanx-recurring': {
    title: 'Recurring UPI for India, Direct API',
    issuer: 'EBANX',
    date: null,
    url: 'https://docs.ebanx.com/docs/payments/guides/accept-payments/api/india/upi-recurring-in',
  },
  'juspay': {
    title: 'UPI merchant stack: register mandate by intent; status callbacks',
    issuer: 'Juspay',
    date: null,
    url: 'https://docs.juspay.io/upi-merchant-stack/docs/mandates/register-mandate-intent',
  },
  'npci-codes': {
    title: 'UPI Error and Response Codes, version 2.9',
    issuer: 'NPCI',
    date: '2024-01-17',
    url: 'https://dth95m2xtyv8v.cloudfront.net/tesseract/assets/upi-tpap-sdk/UPI_Error_and_Response_Codes_2_9-HHLrJ.pdf',
  },
  'npci-oc-125a': {
    title: 'Mandates for loans and instalments (NPCI/UPI/OC No.125A/2022-23)',
    issuer: 'NPCI',
    date: '2022-07-20',
    url: null,
  },
  'npci-oc-149a': {
    title: 'Business declines in UPI mandates (NPCI/UPI/OC No.149A/2022-23)',
    issuer: 'NPCI',
    date: '2022-06-15',
    url: null,
  },
  'npci-oc-151a': {
    title: 'Enhancement of limits for UPI AutoPay (NPCI/UPI/OC-151A/2023-24)',
    issuer: 'NPCI',
    date: '2023-12-14',
    url: 'https://taxguru.in/rbi/enhancement-limits-upi-autopay.html',
  },
  'npci-oc-182': {
    title: 'User experience of UPI AutoPay: pause and revoke (NPCI/UPI/OC-182/2023-24)',
    issuer: 'NPCI',
    date: '2023-12-07',
    url: null,
  },
  'npci-oc-215a': {
    title: 'Limits on the use of UPI interfaces (NPCI/UPI/OC/215A/2025-26)',
    issuer: 'NPCI',
    date: '2025-05-21',
    url: null,
  },
  'npci-oc-223': {
    title: 'Enhancement of UPI AutoPay (NPCI/UPI/OC-223/2025-26)',
    issuer: 'NPCI',
    date: '2025-10-07',
    url: 'https://www.npci.org.in/uploads/UPI_OC_No_223_FY_2025_26_Enhancement_of_UPI_Autopay_88b38535cb.pdf',
  },
  'razorpay-collect': {
    title: 'Migration from UPI collect: recurring payments',
    issuer: 'Razorpay',
    date: '2026-02-28',
    url: 'https://razorpay.com/docs/announcements/upi-collect-migration/recurring-payments/custom-checkout',
  },
  'razorpay-tpap': {
    title: 'TPAP: mandate flow, create mandates',
    issuer: 'Razorpay',
    date: null,
    url: 'https://razorpay.com/docs/api/payments/tpap-pro/mandate-flow/create-mandates',
  },
  'rbi-2020': {
    title: 'Processing of e-mandate in UPI for recurring transactions (DPSS.CO.PD No.1324/02.23.001/2019-20)',
    issuer: 'Reserve Bank of India',
    date: '2020-01-10',
    url: 'https://website.rbi.org.in/hi/web/rbi/-/notifications/processing-of-e-mandate-in-unified-payments-interface-upi-for-recurring-transactions-11784',
  },
  'rbi-2020-12': {
    title: 'Processing of e-mandates: limit of INR 5,000 (DPSS.CO.PD.No.754/02.14.003/2020-21)',
    issuer: 'Reserve Bank of India',
    date: '2020-12-04',
    url: 'https://www.livemint.com/news/india/emandate-limit-for-recurring-transactions-on-cards-hiked-sharply-11654664440749.html',
  },
  'rbi-2022': {
    title: 'Processing of e-mandates: limit of INR 15,000',
    issuer: 'Reserve Bank of India',
    date: '2022-06-16',
    url: 'https://www.thehindu.com/business/rbi-raises-limit-of-e-mandates-for-transactions-up-to-15000/article65534388.ece',
  },
  'rbi-2024': {
    title: 'E-mandate framework: automatic refill of FASTag and NCMC balances',
    issuer: 'Reserve Bank of India',
    date: '2024-08-22',
    url: 'https://www.thehindu.com/business/rbi-clears-e-mandate-for-auto-replenishment-of-fastag-ncmc/article68555086.ece',
  },
  'rbi-2026': {
    title: 'Digital Payments - E-mandate Framework, 2026 (RBI/DPSS/2026-27/396)',
    issuer: 'Reserve Bank of India',
    date: '2026-04-21',
    url: 'https://www.rbi.org.in/Scripts/BS_ViewMasDirections.aspx?id=13374',
  },
  'rbi-holidays': {
    title: 'Holiday matrix of banks',
    issuer: 'Reserve Bank of India',
    date: null,
    url: 'https://www.rbi.org.in/SCRIPTs/HolidayMatrixDisplay.aspx',
  },
  'setu': {
    title: 'UPI mandates (UMAP)',
    issuer: 'Setu',
    date: '2026-04-27',
    url: 'https://github.com/SetuHQ/docs',
  },
}
