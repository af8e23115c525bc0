import type { Problem } from './generated/models.ts'

/** The refusal in an answer. Something between us and the service may have answered in its place: that gets a code of its own. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text()
  return parseProblem(text) ?? foreignProblem(response)
}

function parseProblem(text: string): Problem | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isProblem(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'retry' in value
}

function foreignProblem({ status, statusText, headers }: Response): Problem {
  return {
    type: 'about:blank',
    title: statusText === '' ? `Status ${status}` : statusText,
    status,
    code: `http_${status}`,
    detail: `The answer with status ${status} is not one of the service`,
    retry: status === 408 || status === 429 || status >= 500 ? 'same_key' : 'never',
    remedy: 'Check baseUrl and what stands between the client and the service.',
    doc: '',
    request_id: headers.get('request-id') ?? '',
  }
}
