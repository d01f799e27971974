/** `npm start -- --store cloudbase`: the whole product on the emulator of CloudBase; a restart keeps the data. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { freeSeat } from '../harness/browser/people.mjs'
import { runStart, startServer } from '../harness/browser/started.mjs'
import { HALL, MATTER } from './steps.mjs'

const dataDir = await mkdtemp(path.join(os.tmpdir(), 'shuibang-start-'))
after(() => rm(dataDir, { recursive: true, force: true }))
const start = () => startServer(['--store', 'cloudbase'], dataDir)

const signIn = async ({ call }) => ({
  authorization: `Bearer ${(await call('accounts/signInAs', { person: '测试纳税人一' })).token}`,
})

test('a person books and cancels; after a restart both bookings are as they were left', async () => {
  const first = await start()
  assert.match(first.said, /emulator of CloudBase/)
  assert.equal((await (await fetch(`${first.url}/health`)).json()).store.engine, 'cloudbase')
  const person = await signIn(first)
  const api = (service, procedure, input) => first.call(`${service}/${procedure}`, input, person)
  const book = async (key) =>
    (
      await first.call('appointments/book', await freeSeat({ api }, { hallId: HALL, matter: MATTER }), {
        ...person,
        'idempotency-key': key,
      })
    ).appointment.id
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
  const again = await signIn(second)
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
    const { ended, heard } = runStart(words, { DATABASE_URL: '', DATA_DIR: dataDir })
    assert.equal(await ended, 1)
    assert.match(heard.text, message)
  }
})
