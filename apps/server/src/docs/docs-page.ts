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
</head>
<body>
<p style="font-family: sans-serif; margin: 1rem 1.5rem 0">To try a route, press <b>Authorize</b> and paste the test key that the server printed when it started (<code>upi_test_sk_…</code>). What each error means stands under <a href="/docs/errors">errors</a>.</p>
<div id="reference"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`
}

/** The script that draws the reference. The key stays in the page: it is not kept in the browser. */
export function docsScript(): string {
  return `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  validatorUrl: null,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
})
`
}
