/** `/api/docs`: Swagger UI from disk. No request leaves the host, and the content policy would stop it. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ServerResponse } from 'node:http'
import { sendText } from './respond'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Swagger UI sets styles on elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Shuibang API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</html>
`
/** Functions are closed until one is opened: all their procedures at once take a browser many seconds to draw. */
const START = `window.SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, docExpansion: 'none', validatorUrl: null })
`
const FROM_DISK: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

const files = new Map<string, Buffer>()

const fileOf = (name: string): Buffer => {
  const known = files.get(name)
  if (known) return known
  const bytes = readFileSync(join(dirname(require.resolve('swagger-ui-dist/package.json')), name))
  files.set(name, bytes)
  return bytes
}

/** @returns false when there is no such file */
export const sendDocs = (path: string, response: ServerResponse): boolean => {
  const headers = { 'content-security-policy': POLICY, 'cache-control': 'no-cache' }
  const name = path.replace(/^\/api\/docs\/?/, '')
  const type = FROM_DISK[name]
  if (name === '') sendText(response, { type: 'text/html; charset=utf-8', text: PAGE, headers })
  else if (name === 'start.js')
    sendText(response, { type: 'text/javascript; charset=utf-8', text: START, headers })
  else if (type) sendText(response, { type, text: fileOf(name), headers })
  else return false
  return true
}
