export type SourceKey =
  | 'adyen' | 'assumption' | 'decentro-presentation' | 'ebanx-recurring' | 'juspay' | 'npci-codes' | 'npci-oc-125a'
  | 'npci-oc-149a' | 'npci-oc-151a' | 'npci-oc-182' | 'npci-oc-215a' | 'npci-oc-223' | 'razorpay-collect'
  | 'razorpay-tpap' | 'rbi-2026' | 'setu'
export const SOURCES = {} as Readonly<Record<SourceKey, { readonly title: string; readonly date: string | null; readonly url: string | null; readonly issuer: string }>>
