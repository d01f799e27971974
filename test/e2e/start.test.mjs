/** `npm start` as a new user meets it: it says where it is and what to do; a second start is quick and keeps the data. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { startServer } from '../harness/browser/started.mjs'

const SECOND_START_MS = 5000
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'shuibang-start-'))
after(() => rm(dataDir, { recursive: true, force: true }))
const start = () => startServer([], dataDir)

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
