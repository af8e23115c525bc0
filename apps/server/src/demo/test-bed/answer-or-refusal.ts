import { AutopayApiError } from '@upi-autopay/client'

/** A resource, or the words `refused: <code>` where the service refused; any other failure is thrown. */
export async function answerOrRefusal<T>(ask: Promise<T>): Promise<T | string> {
  try {
    return await ask
  } catch (error) {
    if (error instanceof AutopayApiError) return `refused: ${error.code}`
    throw error
  }
}
