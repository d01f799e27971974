/** `npm start [-- --store sqlite | cloudbase | postgres]`: installs and builds what is missing, then serves the web page and the API on one machine. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './process/command.mjs'
import { setUp } from './setup.mjs'
import { readOptions, USAGE } from './start/options.mjs'

const dataDir = path.resolve(root, process.env.DATA_DIR ?? 'data')
const say = (text) => process.stdout.write(`${text}\n`)

const buildAll = async () => {
  const { build } = await import('./build.mjs')
  const make = async (name, title) => {
    const { ok, output, built } = await build(name)
    if (!ok) throw new Error(`${title} could not be built:\n${output}`)
    if (built) say(`Built ${title}.`)
  }
  await Promise.all([
    make('h5', 'the web page'),
    make('functions', 'the functions').then(() => make('server', 'the server')),
  ])
}

const welcome = (url, about) =>
  say(`
Shuibang 税帮 is ready: ${url}

  the page    ${url}             (a phone-sized window shows it best)
  the API     ${url}/api/docs
  the data    ${dataDir}
${about.map((line) => `${line}\n`).join('')}
What to do next: open the page, sign in under “我的 Me” as one of the demonstration people, choose a hall, a matter, a day and a
time, and book; then sign in as an officer and open the day's list. Everything here is marked as demonstration data.
Ctrl-C stops the server and keeps the data.
`)

const LISTENING = /^listening on (\S+)/

/** Runs the server until it ends; at a signal it finishes what is under way first. */
const serve = ({ environment, about, lost }) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'dist/server/main.js')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...environment, PORT: process.env.PORT ?? '8787', DATA_DIR: dataDir },
    })
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = LISTENING.exec(line)?.[1]
      if (url) welcome(url, about)
      else say(line)
    })
    // Ctrl-C reaches the whole group already; a signal to this process alone is passed on. The server takes the first one.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
    let failed = 0
    lost?.then(() => {
      if (child.exitCode !== null || child.signalCode !== null) return
      failed = 1
      say('The database has ended; so does the server. Start again: what was answered is kept.')
      child.kill('SIGTERM')
    })
    // a signal that nobody here sent is no good end
    child.on('exit', (code) => resolve(failed || (code ?? 1)))
  })

/** Builds, opens the database, and serves until told to stop. */
const start = async (store) => {
  await setUp()
  await buildAll()
  const { openDatabase } = await import('./start/databases.mjs')
  const database = await openDatabase(store, dataDir)
  try {
    return await serve(database)
  } finally {
    await database.stop()
  }
}

try {
  const options = readOptions(process.argv.slice(2))
  if ('help' in options) say(USAGE)
  else process.exitCode = await start(options.store)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
