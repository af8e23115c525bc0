import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Express } from 'express'
import { docsPage, docsScript, docsStyle } from './docs-page.ts'
import { errorsPage } from './errors-page.ts'
import { openapiDocument } from './openapi-document.ts'
import { PAGE_POLICY } from './style.ts'

const require = createRequire(import.meta.url)

/** The reference draws its own styles and pictures; nothing comes from anywhere else. */
const REFERENCE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** `/openapi.json`, `/docs` and `/docs/errors`: the reference works without any other machine. */
export function mountDocs(app: Express, { base_url }: { readonly base_url: () => string }): void {
  app.get('/openapi.json', (_req, res) => {
    res.json({ ...openapiDocument(), servers: [{ url: base_url() }] })
  })
  app.get('/docs', (_req, res) => {
    res.set('Content-Security-Policy', REFERENCE_POLICY).type('html').send(docsPage())
  })
  app.get('/docs/start.js', (_req, res) => {
    res.type('text/javascript').send(docsScript())
  })
  app.get('/docs/reference.css', (_req, res) => {
    res.type('text/css').send(docsStyle())
  })
  app.get('/docs/errors', (_req, res) => {
    res.set('Content-Security-Policy', PAGE_POLICY).type('html').send(errorsPage())
  })
  const files = dirname(require.resolve('swagger-ui-dist/package.json'))
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']) {
    app.get(`/docs/${name}`, (_req, res) => {
      res.sendFile(name, { root: files, dotfiles: 'allow', etag: true, maxAge: '1h' })
    })
  }
}
