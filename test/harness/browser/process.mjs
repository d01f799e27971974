/** Child processes of a test: started on a free port or a channel, ended by their own handle. */
import { spawn } from 'node:child_process'
import http from 'node:http'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..', '..', '..')

export const freePort = () =>
  new Promise((resolve) => {
    const probe = http.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const isHealthy = (url) =>
  fetch(`${url}/health`).then(
    (answer) => answer.ok,
    () => false,
  )

/** Ends a child in order; a child that does not go is an error, not a leftover. */
export const stop = (child) =>
  new Promise((resolve, reject) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(undefined)
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error('a child did not stop within 8 s of SIGTERM'))
    }, 8000)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve(undefined)
    })
    return child.kill('SIGTERM')
  })

/**
 * The real server on `dataDir`; `environment` adds to this process's own.
 * @returns {Promise<{ url: string, output: () => string, close: () => Promise<void> }>}
 */
export const startServer = async (dataDir, environment = {}) => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [path.join(root, 'dist/server/main.js')], {
    cwd: root,
    env: { ...process.env, ...environment, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk))
  const output = () => Buffer.concat(chunks).toString('utf8')
  for (let tries = 0; !(await isHealthy(url)); tries += 1) {
    if (child.exitCode !== null || tries > 400) {
      await stop(child)
      throw new Error(`the server did not start:\n${output()}`)
    }
    await pause(50)
  }
  return { url, output, close: () => stop(child) }
}
