/** `npm start`: installs and builds what is missing, then serves the web page and the API on one machine. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './process/command.mjs'
import { setUp } from './setup.mjs'

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

/** The server says where it listens and what to do next; at a signal it finishes what is under way and ends by itself. */
const serve = () => new Promise((resolve) => {
  const child = spawn(process.execPath, [path.join(root, 'dist/server/main.js')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PORT: process.env.PORT ?? '8787', DATA_DIR: path.resolve(root, process.env.DATA_DIR ?? 'data') },
  })
  // Ctrl-C reaches the whole group already; a signal to this process alone is passed on. The server takes the first one.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => resolve(code ?? 0))
})

try {
  await setUp()
  await buildAll()
  process.exitCode = await serve()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
