/** `npm start` as a new user meets it: it says where it is and what to do; a second start is quick and keeps the data. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { after, test } from 'node:test'
import { freePort, root } from '../harness/browser/process.mjs'

const SECOND_START_MS = 5000
const PATIENCE_MS = 20_000
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'shuibang-start-'))
after(() => rm(dataDir, { recursive: true, force: true }))

const start = async () => {
  const began = performance.now()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
  let said = ''
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGTERM')
      reject(new Error(`not ready after ${PATIENCE_MS} ms:\n${said}`))
    }, PATIENCE_MS)
    const hear = (chunk) => {
      said += chunk
      if (said.includes('Ctrl-C')) {
        clearTimeout(timer)
        resolve(undefined)
      }
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error(`it ended:\n${said}`))
    })
  })
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ''
  const call = async (procedure, input, headers = {}) =>
    (
      await fetch(`${url}/api/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(input),
      })
    ).json()
  return {
    said,
    url,
    call,
    milliseconds: performance.now() - began,
    stop: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

test('says what to do next, stops at Ctrl-C, starts again in under 5 seconds with its data', async () => {
  const first = await start()
  assert.match(first.said, /What to do next/)
  assert.ok(first.said.includes(dataDir))
  assert.match(await (await fetch(first.url)).text(), /<div id="app">/)
  const { token } = await first.call('accounts/signInAs', { person: '会回来的人' })
  const me = await first.call('accounts/me', {}, { authorization: `Bearer ${token}` })
  assert.equal(await first.stop('SIGINT'), 0)
  const second = await start()
  assert.ok(second.milliseconds < SECOND_START_MS, `ready after ${Math.round(second.milliseconds)} ms`)
  assert.equal(
    (await second.call('accounts/me', {}, { authorization: `Bearer ${token}` })).accountId,
    me.accountId,
  )
  assert.equal(await second.stop('SIGTERM'), 0)
})
