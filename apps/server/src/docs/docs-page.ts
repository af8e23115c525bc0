import { exampleBodiesScript } from './example-bodies.ts'

/** The page of the API reference. Everything it loads is served here. */
export function docsPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Autopay API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/docs/reference.css">
</head>
<body>
<p class="intro">To try a route, press <b>Authorize</b> and paste the test key that the server printed when it started (<code>upi_test_sk_…</code>); then open the route and press <b>Execute</b>. <a href="/docs/errors">What each error means</a> · <a href="/openapi.json">OpenAPI document</a></p>
<noscript><p class="intro">The reference is drawn by a script. Without one, read the OpenAPI document.</p></noscript>
<div id="reference"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`
}

/** What the reference's own style leaves open. It is drawn for a light page only. */
export function docsStyle(): string {
  return `:root { color-scheme: light }
body { background: #fff; color: #1a1c1e; margin: 0 }
.intro { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 1460px; padding: 1rem 20px 0 }
.swagger-ui .info { margin: 1.5rem 0 }
.swagger-ui .scheme-container { padding: 1rem 0 }
`
}

/**
 * The script that draws the reference. Requests go to where the page came from: another name of this machine would
 * be another origin to the browser. The key stays in the page: it is not kept in the browser. Days of the examples
 * count from the server's, which answers with the time.
 */
export function docsScript(): string {
  return `fetch('/openapi.json').then(async (answer) => {
  const document = await answer.json()
  const now = Date.parse(answer.headers.get('date'))
  const day = (days) => new Date(now + days * 86400000).toISOString().slice(0, 10)
  const examples = ${exampleBodiesScript()}
  for (const methods of Object.values(document.paths)) {
    for (const { operationId, requestBody } of Object.values(methods)) {
      if (operationId in examples) requestBody.content['application/json'].example = examples[operationId]
    }
  }
  SwaggerUIBundle({
    spec: { ...document, servers: [{ url: location.origin }] },
    dom_id: '#reference',
    validatorUrl: null,
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    tryItOutEnabled: true,
  })
})
`
}
