/** `npm start`: installs and builds what is missing, then serves the web page and the API on one machine. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { root } from './process/command.mjs'
import { setUp } from './setup.mjs'

const port = process.env.PORT ?? '8787'
const dataDir = path.resolve(root, process.env.DATA_DIR ?? 'data')
const url = `http://127.0.0.1:${port}`
const say = (text) => process.stdout.write(`${text}\n`)

const buildAll = async () => {
  const { build } = await import('./build.mjs')
  const make = async (name, title) => {
    const { ok, output, built } = await build(name)
    if (!ok) throw new Error(`${title} could not be built:\n${output}`)
    if (built) say(`Built ${title}.`)
  }
  await Promise.all([make('h5', 'the web page'), make('functions', 'the functions').then(() => make('server', 'the server'))])
}

const isHealthy = () => fetch(`${url}/health`).then((answer) => answer.ok, () => false)
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const welcome = (seconds) => say(`
Shuibang is ready after ${seconds} s.

  Open       ${url}            (a phone-sized window shows it best)
  API        ${url}/api/docs   (openapi.json beside it)
  Data       ${dataDir}

What to do next: choose one of the demonstration people on the page, pick a hall, a matter, a day and a slot,
book, and look at the ticket; then enter as an officer and open the day's list.
Everything here is marked as demonstration data. Ctrl-C stops the server and keeps the data.
`)

/** The server stops by itself at a signal: what was acknowledged is on the disk. */
const serve = async (began) => {
  const child = spawn(process.execPath, [path.join(root, 'dist/server/main.js')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PORT: port, DATA_DIR: dataDir },
  })
  let running = true
  const ended = new Promise((resolve) => child.on('exit', (code) => { running = false; resolve(code ?? 0) }))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal === 'SIGINT' ? 'SIGTERM' : signal))
  while (running && !(await isHealthy())) await pause(50)
  if (running) welcome(((performance.now() - began) / 1000).toFixed(1))
  process.exitCode = await ended
}

const began = performance.now()
try {
  await setUp()
  await buildAll()
  await serve(began)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
