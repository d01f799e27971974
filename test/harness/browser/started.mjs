/** `npm start` in a process of its own, heard until it says that it is there. */
import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { freePort, root } from './process.mjs'

const PATIENCE_MS = 30_000
const READY = 'Ctrl-C'

/** @param {readonly string[]} words @param {Readonly<Record<string, string>>} environment */
export const runStart = (words, environment) => {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...words], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
  const heard = { text: '' }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      heard.text += chunk
    })
  return { child, ended, heard }
}

/** @param {readonly string[]} words @param {string} dataDir */
export const startServer = async (words, dataDir) => {
  const began = performance.now()
  const { child, ended, heard } = runStart(words, { PORT: String(await freePort()), DATA_DIR: dataDir })
  while (!heard.text.includes(READY)) {
    const late = performance.now() - began > PATIENCE_MS
    if (late) child.kill('SIGTERM')
    if (late || child.exitCode !== null) throw new Error(`it did not start:\n${heard.text}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const milliseconds = performance.now() - began
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(heard.text)?.[0] ?? ''
  const call = async (procedure, input, headers = {}) => {
    const answer = await fetch(`${url}/api/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(input),
    })
    return answer.json()
  }
  return {
    said: heard.text,
    url,
    call,
    milliseconds,
    stop: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}
