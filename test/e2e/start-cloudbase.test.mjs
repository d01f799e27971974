/** `npm start -- --store cloudbase`: the whole product on the emulator of CloudBase; a restart keeps the data. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { freePort, root } from '../harness/browser/process.mjs'

const PATIENCE_MS = 30_000
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'shuibang-start-'))
after(() => rm(dataDir, { recursive: true, force: true }))

const run = (words, environment = {}) => {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...words], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, ...environment },
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

const start = async () => {
  const { child, ended, heard } = run(['--store', 'cloudbase'], { PORT: String(await freePort()) })
  const deadline = Date.now() + PATIENCE_MS
  while (!heard.text.includes('Ctrl-C')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGTERM')
      assert.fail(`it did not start:\n${heard.text}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(heard.text)?.[0] ?? ''
  const call = async (procedure, input, headers = {}) =>
    (
      await fetch(`${url}/api/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(input),
      })
    ).json()
  const signIn = async () => ({
    authorization: `Bearer ${(await call('accounts/signInAs', { person: '测试纳税人一' })).token}`,
  })
  return {
    said: heard.text,
    url,
    call,
    signIn,
    stop: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

/** The first seat that anyone may book. */
const findSeat = async (call) => {
  const { halls } = await call('appointments/halls', {})
  for (const hall of halls) {
    for (const matter of hall.matters) {
      const where = { hallId: hall.id, matter }
      for (const { day } of (await call('appointments/days', where)).days
        .filter(({ state }) => state === 'open')
        .slice(1, 4)) {
        const slot = (await call('appointments/slots', { ...where, day })).slots.find(
          ({ state }) => state === 'open',
        )
        if (slot) return { ...where, day, start: slot.start }
      }
    }
  }
  throw new Error('the demonstration has no free seat')
}

test('a person books and cancels; after a restart both bookings are as they were left', async () => {
  const first = await start()
  assert.match(first.said, /emulator of CloudBase/)
  assert.equal((await (await fetch(`${first.url}/health`)).json()).store.engine, 'cloudbase')
  const person = await first.signIn()
  const book = async (key) =>
    (await first.call('appointments/book', await findSeat(first.call), { ...person, 'idempotency-key': key }))
      .appointment.id
  const cancelled = await book('start-cloudbase-1')
  assert.equal(
    (
      await first.call(
        'appointments/cancel',
        { id: cancelled },
        { ...person, 'idempotency-key': 'start-cloudbase-2' },
      )
    ).appointment.state,
    'cancelled',
  )
  const kept = await book('start-cloudbase-3')
  assert.equal(await first.stop('SIGINT'), 0)
  const second = await start()
  const again = await second.signIn()
  const stateOf = async (id) => (await second.call('appointments/get', { id }, again)).appointment.state
  assert.deepEqual([await stateOf(kept), await stateOf(cancelled)], ['booked', 'cancelled'])
  assert.equal(await second.stop('SIGTERM'), 0)
})

test('what is not understood is told, and nothing starts', async () => {
  for (const [words, message] of [
    [['--store', 'oracle'], /--store takes sqlite, cloudbase, postgres; not oracle/],
    [['--sotre'], /does not know --sotre/],
    [['--store', 'postgres'], /wants DATABASE_URL/],
  ]) {
    const { ended, heard } = run(words, { DATABASE_URL: '' })
    assert.equal(await ended, 1)
    assert.match(heard.text, message)
  }
})
