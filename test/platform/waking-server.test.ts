/** The same on a running server whose minute's timer never comes: an erasure's events are handled at once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { deliveries } from '../../functions/core/io/delivery/collections'
import { planDeliveries } from '../../functions/core/io/delivery/plan'
import type { Services } from '../../functions/core/io/context'
import { findOrCreateAccount } from '../../functions/core/io/identity/account'
import { allOf } from '../../functions/core/io/store/pages'
import { transact } from '../../functions/core/io/store/transact'
import { emitTo } from '../../functions/core/io/events/emit'
import { startServer, type RunningServer } from '../../platform/server/server'
import { ANY_HOUR, REMINDER } from '../functions/core/delivery/parts'
import { waitingEvents } from '../harness/events'

let dir: string
let server: RunningServer
const start = (): Promise<RunningServer> =>
  startServer({ port: 0, dataDir: dir, environment: { LOG_LEVEL: 'silent', METRICS: 'off' } })
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'waking-'))
  server = await start()
})
afterEach(async () => {
  await server.close()
  rmSync(dir, { recursive: true, force: true })
})

/** An event of an appointment that is not there: its handler finds nothing to do. */
const happen = (due: number) =>
  transact(server.services, async (tx) =>
    emitTo(tx, ['appointments'], {
      kind: 'appointments.seatFreed',
      due,
      payload: { appointmentId: `ap_${'0'.repeat(26)}` },
    }),
  )
const personOf = async (services: Services): Promise<string> =>
  (await findOrCreateAccount(services, 'openid-li')).id
const quiet = async (): Promise<void> => {
  while ((await waitingEvents(server.services.store)).length > 0) await sleep(10)
}

test('an event committed by a call is handled at once, and one due later when its time has come', async () => {
  await happen(Date.now())
  await happen(Date.now() + 200)
  await quiet()
})

test('a message is taken up as soon as it is committed', async () => {
  const { services } = server
  const accountId = await personOf(services)
  const plan = (noticeId: string) =>
    transact(services, (tx) =>
      planDeliveries(tx, {
        noticeId,
        accountId,
        kind: 'test.told',
        terms: REMINDER,
        facts: {},
        about: null,
        choices: ANY_HOUR,
      }),
    )
  await plan('nt_1')
  // she has allowed no e-mail since: it ends as soon as its turn has come
  while ((await allOf(services.store, deliveries, { index: 'id' })).some(({ doc }) => doc.state !== 'failed'))
    await sleep(10)
  const [ended] = await allOf(services.store, deliveries, { index: 'id' })
  expect(ended?.doc.why).toBe('channelOff')
})

test('what a server before left behind is handled by the next one, without a commit of its own', async () => {
  await happen(Date.now() + 300)
  await server.close()
  await sleep(300)
  server = await start()
  await quiet()
})
