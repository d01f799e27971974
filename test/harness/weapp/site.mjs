/** Serves a built mini-program as a page that runs it with WeChat's own component engine. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import esbuild from 'esbuild'
import { compileOutput } from './compile.mjs'
import { HIDDEN } from './hidden.mjs'

const here = import.meta.dirname
const PARAMETERS = ['require', 'module', 'exports', 'global', 'globalThis', ...HIDDEN].join(',')
const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>WeChat</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/base.css"></head><body></body>
<script src="/bundle.js"></script><script src="/runtime.js"></script></html>`
const TYPES = { '.png': 'image/png', '.svg': 'image/svg+xml', '.jpg': 'image/jpeg' }

const bundleOf = ({ json, css, templates, modules }) => {
  const wrapped = Object.entries(modules).map(
    ([file, source]) => `${JSON.stringify(file)}:function(${PARAMETERS}){\n${source}\n}`,
  )
  return `window.__BUNDLE={json:${JSON.stringify(json)},css:${JSON.stringify(css)},templates:${templates},modules:{${wrapped.join(',\n')}}};`
}

const runtimeOf = async () => {
  const built = await esbuild.build({
    entryPoints: [path.join(here, 'runtime/main.mjs')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return built.outputFiles[0].text
}

/** @param {string} dist the folder of the built mini-program */
export const serveWeapp = async (dist) => {
  const compiled = compileOutput(dist)
  if (compiled.problems.length > 0)
    throw new Error(`templates do not compile:\n${compiled.problems.join('\n')}`)
  const files = {
    '/': ['text/html; charset=utf-8', PAGE],
    '/base.css': ['text/css; charset=utf-8', readFileSync(path.join(here, 'runtime/base.css'))],
    '/bundle.js': ['text/javascript; charset=utf-8', bundleOf(compiled)],
    '/runtime.js': ['text/javascript; charset=utf-8', await runtimeOf()],
  }
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://local').pathname)
    const known = files[name]
    if (known) return response.writeHead(200, { 'content-type': known[0] }).end(known[1])
    const file = path.join(dist, name)
    if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile())
      return response.writeHead(404).end()
    return response
      .writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
      .end(readFileSync(file))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    json: compiled.json,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(resolve)
      }),
  }
}
