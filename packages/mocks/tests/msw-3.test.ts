import { HttpHandler, HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { describe } from 'vitest'
import { interceptionCases } from './interception-cases.ts'

describe('the API through MSW 3', () => {
  interceptionCases({
    HttpHandler,
    setupServer,
    answerInstead: (url, status) => http.get(url, () => new HttpResponse(null, { status })),
  })
})
